import type { Subject } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { recordKey } from './keys.ts';
import { inClear } from './packed.ts';
import { readRows } from './rows-reader.ts';

/** Reads the items of a subject of which the sort keys begin like this, with every value as it was before it was packed. */
export type ReadClear = (subject: Subject, beginning: string) => Promise<Record<string, unknown>[]>;

/** Makes the reader of items in clear, for an operator. */
export function makeReadClear(table: Table): ReadClear {
  return async (subject, beginning) => (await readRows(table, recordKey(subject).pk, beginning)).map(inClear);
}
