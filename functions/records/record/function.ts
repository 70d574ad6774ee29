import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeReadMoved } from '../../shell/moved-objects.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeRecordsStore } from '../../shell/tables/records/records-store.ts';
import { makeCommit } from '../commit/commit.ts';
import { makeAnnounceAtOnce } from './announce-at-once.ts';
import { makeRecord } from './record.ts';

type RecordShell = Machine & Pick<Clients, 'documentClient' | 'eventBridgeClient' | 's3Client'>;

/** So long may what was committed be held up by announcing it. */
const longestAnnouncing = 1_000;

/** Wires the function that folds events into the records of the homes and persons that they touch. */
export function makeRecordFunction(variables: Variables, shell: RecordShell) {
  const environment = environmentOf(
    { RECORDS_TABLE: setting, HISTORY_BUCKET: setting, QUARANTINE_TABLE: setting, BUS_NAME: setting },
    variables,
  );
  const client = shell.documentClient();
  const pause = fullJitter({ base: 20, cap: 640 }, shell);
  const keep = makeKeep({ client, tableName: environment.QUARANTINE_TABLE, pause });
  const moved = makeReadMoved({ client: shell.s3Client(), bucket: environment.HISTORY_BUCKET });
  const store = makeRecordsStore({ client, tableName: environment.RECORDS_TABLE, pause, moved });
  const { now } = shell;
  const publish = makePublisher({
    ...{ client: shell.eventBridgeClient(), busName: environment.BUS_NAME, pause, rounds: 1 },
    timeLimit: () => shell.timeLimit(longestAnnouncing),
  });
  const announceAtOnce = makeAnnounceAtOnce(publish);
  return makeRecord({ commit: makeCommit({ store, keep, now, pause }), announceAtOnce, keep, now });
}
