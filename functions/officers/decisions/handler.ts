import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient, s3Client } from '../../shell/clients.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeDecisionsFunction } from './function.ts';

/** Takes what officers decide about flags: the one place where a person writes a record. */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler(makeDecisionsFunction(process.env, { ...machine, documentClient, s3Client }));
