import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeReadDue } from '../../shell/tables/records/due-reader.ts';
import { makeSubjectStore } from '../../shell/tables/records/records-store.ts';
import { makeCommitDue } from '../commit/commit-due.ts';
import { makeWatch } from './watch.ts';

type WatchShell = Machine & Pick<Clients, 'documentClient'>;

/** Wires the function that does what time alone brings. */
export function makeWatchFunction(variables: Variables, shell: WatchShell) {
  const { RECORDS_TABLE: tableName } = environmentOf({ RECORDS_TABLE: setting }, variables);
  const pause = fullJitter({ base: 20, cap: 640 }, shell);
  const table = { client: shell.documentClient(), tableName, pause };
  return makeWatch({
    readDue: makeReadDue(table),
    commitDue: makeCommitDue({ store: makeSubjectStore(table), now: shell.now, pause }),
    now: shell.now,
  });
}
