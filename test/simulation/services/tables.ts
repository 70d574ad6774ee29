import { allTables } from '../../../functions/shell/tables/all-tables.ts';
import { type MemoryDynamoDb, makeMemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { IndexChange } from '../dynamodb/tables/table.ts';
import type { Scheduler } from '../world/scheduler.ts';

/** Makes the hub's tables, empty. @param lagOf by how many milliseconds an index lags behind a change */
export function makeTables(scheduler: Scheduler, lagOf: (change: IndexChange) => number): MemoryDynamoDb {
  /** When the last change of an item will have been taken up: no later one overtakes it. */
  const pending = new Map<string, number>();

  function onIndexChange(change: IndexChange): void {
    const { partition, sort } = change.place;
    const item = `${change.table}/${change.index}/${partition}/${sort}`;
    const before = pending.get(item) ?? 0;
    const lag = lagOf(change);
    if (lag === 0 && before <= scheduler.now) {
      change.apply();
      return;
    }
    const at = Math.max(before, scheduler.now + lag);
    pending.set(item, at);
    scheduler.after(at - scheduler.now, () => change.apply());
  }

  const tables = makeMemoryDynamoDb({ now: () => scheduler.now, onIndexChange });
  for (const { table } of allTables) tables.createTable(table.name, table);
  return tables;
}
