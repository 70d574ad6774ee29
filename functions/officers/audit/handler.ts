import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient } from '../../shell/clients.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeAuditFunction } from './function.ts';

/** Answers data protection: who was shown what. */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler(makeAuditFunction(process.env, { ...machine, documentClient }));
