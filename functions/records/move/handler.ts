import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient, s3Client } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeMoveFunction } from './function.ts';
import type { Asked } from './move.ts';

/** Moves events of years that are over out of the records table. */
export const handler = middy<Asked>()
  .use(injectLambdaContext(logger))
  .handler(makeMoveFunction(process.env, { ...machine, documentClient, s3Client }));
