import { randomUUID } from 'node:crypto';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import httpRouterHandler from '@middy/http-router';
import type { APIGatewayProxyStructuredResultV2, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { registeredSystem } from '../../adapters/registry.ts';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient, sqsClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { makeHandBack } from '../../shell/hand-back.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { routesOf } from '../../shell/http/serve.ts';
import { logger } from '../../shell/logger.ts';
import { makeSend as makeSendText } from '../../shell/queues.ts';
import { makeCircuitStore } from '../../shell/tables/deliveries/circuit-store.ts';
import { makeDeliveries } from '../../shell/tables/deliveries/deliveries-store.ts';
import { readHoldings } from '../../shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../shell/tables/deliveries/holdings-writer.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { readFlags } from '../../shell/tables/records/flagged-reader.ts';
import { makeReadPresentFlags } from '../../shell/tables/records/present-flags.ts';
import { makeDeliver } from './deliver.ts';
import { deliveryEndpoints } from './endpoints.ts';
import { makeMessageFor } from './message.ts';
import { makeSend } from './send.ts';

const environment = environmentOf({
  SYSTEM: registeredSystem,
  DELIVERIES_TABLE: setting,
  DIRECTORY_TABLE: setting,
  RECORDS_TABLE: setting,
  ROLE_CLAIM: setting,
  OUTBOUND_QUEUE_URL: setting,
  DEAD_LETTER_QUEUE_URL: setting,
});
const adapter = environment.SYSTEM;
const { system, team, delivery } = adapter.manifest;
const client = documentClient();
const pause = fullJitter({ base: 50, cap: 1_000 });
const ownRows = { client, tableName: environment.DELIVERIES_TABLE, system };
const deliveries = makeDeliveries(ownRows);
const directory = makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause });
const outbound = { client: sqsClient(), queueUrl: environment.OUTBOUND_QUEUE_URL };
const deliver = makeDeliver({
  adapter,
  deliveries,
  directory,
  send: makeSend(delivery, makeCircuitStore({ ...ownRows, pause }), process.env),
  handBack: makeHandBack({ ...outbound, deadLetterQueueUrl: environment.DEAD_LETTER_QUEUE_URL }),
  now,
  newToken: randomUUID,
  random: Math.random,
});
const records = { client, tableName: environment.RECORDS_TABLE, pause };
const ownSet = {
  flags: () => readFlags(records),
  presentFlags: makeReadPresentFlags(records),
  holdings: () => readHoldings(ownRows, system),
  writer: makeHoldingsWriter(ownRows),
  team,
  now,
};
const answer = httpRouterHandler(
  routesOf(
    deliveryEndpoints,
    {
      receipts: { deliveries, now },
      flagSet: { ...ownSet, messageOf: makeMessageFor({ adapter, directory }) },
      resend: {
        ...ownSet,
        send: makeSendText(outbound),
        ownScope: `lintel/${system}.publish`,
        roleClaim: environment.ROLE_CLAIM,
      },
    },
    system,
  ),
);

/** Delivers the flags that one system is owed, stores its receipts, and compares its set. */
export const handler = middy<SQSEvent | ApiRequest, SQSBatchResponse | APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger))
  .handler((event, context) => ('Records' in event ? deliver(event, context) : answer(event, context)));
