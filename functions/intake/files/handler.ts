import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Adapter } from '../../adapters/contract.ts';
import { documentClient, eventBridgeClient, s3Client, sqsClient } from '../../shell/clients.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeFilesFunction } from './function.ts';
import type { FilesRequest } from './request.ts';

/** Takes the files of one system: gives links for them over HTTPS, and processes them as its queue of files says. */
export function handlerOf(adapter: Adapter) {
  const shell = { ...machine, documentClient, eventBridgeClient, s3Client, sqsClient };
  return middy<FilesRequest | SQSEvent, APIGatewayProxyStructuredResultV2 | SQSBatchResponse>()
    .use(injectLambdaContext(logger))
    .handler(makeFilesFunction(process.env, shell, adapter));
}
