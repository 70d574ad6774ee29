import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Adapter } from '../../adapters/contract.ts';
import { documentClient, secretsManagerClient, sqsClient } from '../../shell/clients.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { logger } from '../../shell/logger.ts';
import { machine } from '../../shell/machine.ts';
import { makeDeliverFunction } from './function.ts';

/** Delivers the flags that one system is owed, stores its receipts, and compares its set. */
export function handlerOf(adapter: Adapter) {
  const shell = { ...machine, documentClient, secretsManagerClient, sqsClient };
  return middy<SQSEvent | ApiRequest, SQSBatchResponse | APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger))
    .handler(makeDeliverFunction(process.env, shell, adapter));
}
