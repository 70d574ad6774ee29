import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { documentClient, eventBridgeClient, s3Client } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeQuarantineFunction } from './function.ts';
import type { QuarantineAnswer, QuarantineEvent } from './quarantine.ts';

/** Lets what waits in quarantine go on when it can, announces what waits, and counts it. */
export const handler = middy<QuarantineEvent, QuarantineAnswer>()
  .use(injectLambdaContext(logger))
  .handler(makeQuarantineFunction(process.env, { ...machine, documentClient, eventBridgeClient, s3Client }));
