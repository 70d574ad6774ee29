import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient, s3Client } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeSealingFunction } from './function.ts';

/** Seals the audit of the day that is over, and compares days that were sealed before. */
export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(makeSealingFunction(process.env, { ...machine, documentClient, s3Client }));
