import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import { fullJitter } from '../../shell/backoff.ts';
import { documentClient } from '../../shell/clients.ts';
import { now } from '../../shell/clock.ts';
import { environmentOf, setting } from '../../shell/environment.ts';
import { logger } from '../../shell/logger.ts';
import { makeReadDue } from '../../shell/tables/records/due-reader.ts';
import { makeRecordsStore } from '../../shell/tables/records/records-store.ts';
import { makeCommitDue } from '../commit/commit-due.ts';
import { makeWatch } from './watch.ts';

const { RECORDS_TABLE: tableName } = environmentOf({ RECORDS_TABLE: setting });
const pause = fullJitter({ base: 20, cap: 640 });
const table = { client: documentClient(), tableName, pause };

/** Does what time alone brings: reviews that fall due, flags that pass their maximum life, events that leave a window. */
export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(
    makeWatch({
      readDue: makeReadDue(table),
      commitDue: makeCommitDue({ store: makeRecordsStore(table), now, pause }),
      now,
    }),
  );
