import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import * as z from 'zod';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient, eventBridgeClient, sqsClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { logger } from '../../shell/logger.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeResubmit } from '../../shell/resubmission.ts';
import { makeCrossReferences } from '../../shell/tables/directory/cross-references.ts';
import { makeQuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../../shell/tables/quarantine/quarantine-resolver.ts';
import { makeQuarantineWaiting } from '../../shell/tables/quarantine/quarantine-waiting.ts';
import { makeSubjectReader } from '../../shell/tables/records/subject-reader.ts';
import { makeQuarantine, type QuarantineAnswer, type QuarantineEvent } from './quarantine.ts';

const environment = environmentOf({
  QUARANTINE_TABLE: setting,
  DIRECTORY_TABLE: setting,
  RECORDS_TABLE: setting,
  BUS_NAME: setting,
  INBOUND_QUEUES: setting.transform(text => z.record(z.string(), z.url()).parse(JSON.parse(text))),
});
const { INBOUND_QUEUES: queues } = environment;
const client = documentClient();
const pause = fullJitter({ base: 50, cap: 1_000 });
const quarantine = { client, tableName: environment.QUARANTINE_TABLE, pause };

/** Lets what waits in quarantine go on when it can, announces what waits, and counts it. */
export const handler = middy<QuarantineEvent, QuarantineAnswer>()
  .use(injectLambdaContext(logger))
  .handler(
    makeQuarantine({
      items: makeQuarantineReader(quarantine),
      waiting: makeQuarantineWaiting(quarantine),
      resolver: makeQuarantineResolver(quarantine),
      crossReferences: makeCrossReferences({ client, tableName: environment.DIRECTORY_TABLE }),
      records: makeSubjectReader({ client, tableName: environment.RECORDS_TABLE, pause }),
      resubmit: makeResubmit(sqsClient(), queues),
      publish: makePublisher({ client: eventBridgeClient(), busName: environment.BUS_NAME, pause }),
      systems: [...Object.keys(queues), 'unknown'],
      now,
    }),
  );
