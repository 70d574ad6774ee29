import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { documentClient, eventBridgeClient, s3Client } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeRecordFunction } from './function.ts';

/** Folds a batch of events from the bus into the records of the homes and persons that they touch. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .handler(makeRecordFunction(process.env, { ...machine, documentClient, eventBridgeClient, s3Client }));
