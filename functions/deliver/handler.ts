import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda';
import * as z from 'zod';
import type { Adapter } from '../adapters/contract.ts';
import { adapterFor } from '../adapters/registry.ts';
import { makeReceipts } from '../receipts/receipts.ts';
import { fullJitter } from '../shell/backoff.ts';
import { documentClient } from '../shell/clients/dynamodb.ts';
import { sqsClient } from '../shell/clients/sqs.ts';
import { now } from '../shell/clock.ts';
import { environmentOf, setting } from '../shell/environment.ts';
import { makeHandBack } from '../shell/hand-back.ts';
import { logger } from '../shell/logger.ts';
import { makeCircuitStore } from '../shell/table/circuit-store.ts';
import { makeDeliveries } from '../shell/table/deliveries-store.ts';
import { makeDirectory } from '../shell/table/directory-store.ts';
import { makeDeliver } from './deliver.ts';
import { makeSend } from './send.ts';

const registered = z.custom<Adapter>(adapter => adapter !== undefined, 'no such system is registered');
const environment = environmentOf({
  SYSTEM: setting.transform(adapterFor).pipe(registered),
  DELIVERIES_TABLE: setting,
  DIRECTORY_TABLE: setting,
  OUTBOUND_QUEUE_URL: setting,
  DEAD_LETTER_QUEUE_URL: setting,
});
const adapter = environment.SYSTEM;
const { system, delivery } = adapter.manifest;
const client = documentClient();
const pause = fullJitter({ base: 50, cap: 1_000 });
const ownRows = { client, tableName: environment.DELIVERIES_TABLE, system };
const deliveries = makeDeliveries(ownRows);
const receipts = makeReceipts({ deliveries, now });
const deliver = makeDeliver({
  adapter,
  deliveries,
  directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
  send: makeSend(delivery, makeCircuitStore({ ...ownRows, pause }), process.env),
  handBack: makeHandBack({
    client: sqsClient(),
    queueUrl: environment.OUTBOUND_QUEUE_URL,
    deadLetterQueueUrl: environment.DEAD_LETTER_QUEUE_URL,
  }),
  now,
  newToken: randomUUID,
  random: Math.random,
});

/** Tells one system of the flags that it is owed, and keeps its receipts. */
export const handler = middy<
  SQSEvent | APIGatewayProxyEventV2,
  SQSBatchResponse | APIGatewayProxyStructuredResultV2
>()
  .use(injectLambdaContext(logger))
  .handler((event, context) => ('Records' in event ? deliver(event, context) : receipts(event)));
