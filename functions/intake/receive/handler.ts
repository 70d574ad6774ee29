import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { registeredSystem } from '../../adapters/registry.ts';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient, eventBridgeClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { logger } from '../../shell/logger.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeReceive, type ReceiveAnswer, type ReceiveEvent } from './receive.ts';

const environment = environmentOf({
  SYSTEM: registeredSystem,
  BUS_NAME: setting,
  DIRECTORY_TABLE: setting,
  QUARANTINE_TABLE: setting,
});
const client = documentClient();
const pause = fullJitter({ base: 50, cap: 1_000 });
const receive = makeReceive({
  adapter: environment.SYSTEM,
  directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
  publish: makePublisher({ client: eventBridgeClient(), busName: environment.BUS_NAME, pause }),
  keep: makeKeep({ client, tableName: environment.QUARANTINE_TABLE }),
  now,
});

/** Takes in what one system sends, over HTTPS or through its queue. */
export const handler = middy<ReceiveEvent, ReceiveAnswer>().use(injectLambdaContext(logger)).handler(receive);
