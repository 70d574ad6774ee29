import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient, s3Client } from '../shell/clients.ts';
import type { ApiRequest } from '../shell/http/officer-request.ts';
import { logger } from '../shell/logger.ts';
import { machine } from '../shell/machine.ts';
import { makeOfficersFunction } from './function.ts';

/** Answers officers, and everybody who asks for something that is not there: that takes no scope. */
export const handler = middy<ApiRequest>()
  .use(injectLambdaContext(logger))
  .handler(makeOfficersFunction(process.env, { ...machine, documentClient, s3Client }));
