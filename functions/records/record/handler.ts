import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { logger } from '../../shell/logger.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeIsAsFirstHeard } from '../../shell/tables/records/heard-store.ts';
import { makeRecordsStore } from '../../shell/tables/records/records-store.ts';
import { makeCommit } from '../commit/commit.ts';
import { makeRecord } from './record.ts';

const environment = environmentOf({ RECORDS_TABLE: setting, QUARANTINE_TABLE: setting });
const client = documentClient();
const pause = fullJitter({ base: 20, cap: 640 });
const keep = makeKeep({ client, tableName: environment.QUARANTINE_TABLE });
const store = makeRecordsStore({ client, tableName: environment.RECORDS_TABLE, pause });
const isAsFirstHeard = makeIsAsFirstHeard({ client, tableName: environment.RECORDS_TABLE });

/** Folds a batch of events from the bus into the records of the homes and persons that they touch. */
export const handler = middy<SQSEvent, SQSBatchResponse>()
  .use(injectLambdaContext(logger))
  .handler(makeRecord({ commit: makeCommit({ store, keep, now, pause }), isAsFirstHeard, keep, now }));
