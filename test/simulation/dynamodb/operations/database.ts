import { failure } from '../errors.ts';
import type { MemoryTable } from '../tables/table.ts';

/** The tables that requests are about, and the time. */
export interface Database {
  readonly tables: ReadonlyMap<string, MemoryTable>;
  /** In milliseconds. */
  now(): number;
}

/** A table by its name. @throws where there is none. */
export function tableNamed({ tables }: Database, name: string): MemoryTable {
  const table = tables.get(name);
  if (table === undefined)
    throw failure('ResourceNotFoundException', 'Cannot do operations on a non-existent table');
  return table;
}
