import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeRecordsStore } from '../../shell/tables/records/records-store.ts';
import { makeCommit } from '../commit/commit.ts';
import { makeRecord } from './record.ts';

type RecordShell = Machine & Pick<Clients, 'documentClient'>;

/** Wires the function that folds events into the records of the homes and persons that they touch. */
export function makeRecordFunction(variables: Variables, shell: RecordShell) {
  const environment = environmentOf({ RECORDS_TABLE: setting, QUARANTINE_TABLE: setting }, variables);
  const client = shell.documentClient();
  const pause = fullJitter({ base: 20, cap: 640 }, shell);
  const keep = makeKeep({ client, tableName: environment.QUARANTINE_TABLE, pause });
  const store = makeRecordsStore({ client, tableName: environment.RECORDS_TABLE, pause });
  const { now } = shell;
  return makeRecord({ commit: makeCommit({ store, keep, now, pause }), keep, now });
}
