import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, positiveSetting, setting, type Variables } from '../../shell/environment.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeMovedObjects } from '../../shell/moved-writer.ts';
import { makeMoving } from '../../shell/tables/records/moving.ts';
import { makeWalkStore } from '../../shell/tables/records/walk-store.ts';
import { makeMove } from './move.ts';

type MoveShell = Machine & Pick<Clients, 'documentClient' | 's3Client'>;

/** Wires the function that moves events of years that are over out of the records table. */
export function makeMoveFunction(variables: Variables, shell: MoveShell) {
  const environment = environmentOf(
    { RECORDS_TABLE: setting, HISTORY_BUCKET: setting, HISTORY_AFTER_MONTHS: positiveSetting },
    variables,
  );
  const pause = fullJitter({ base: 50, cap: 1_000 }, shell);
  const table = { client: shell.documentClient(), tableName: environment.RECORDS_TABLE, pause };
  return makeMove({
    moving: makeMoving(table),
    objects: makeMovedObjects({ client: shell.s3Client(), bucket: environment.HISTORY_BUCKET }),
    walk: makeWalkStore(table),
    months: environment.HISTORY_AFTER_MONTHS,
    now: shell.now,
    elapsed: shell.elapsed,
    pause,
  });
}
