import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { fullJitter } from '../../shell/backoff.ts';
import { eventBridgeClient } from '../../shell/clients.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { logger } from '../../shell/logger.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeRelay } from './relay.ts';

const { BUS_NAME } = environmentOf({ BUS_NAME: setting });
const publish = makePublisher({
  client: eventBridgeClient(),
  busName: BUS_NAME,
  pause: fullJitter({ base: 50, cap: 1_000 }),
});

/** Publishes what commits to the records table announce. */
export const handler = middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
  .use(injectLambdaContext(logger))
  .handler(makeRelay({ publish }));
