import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { eventItemSchema } from './items.ts';
import { eventRows, recordKey } from './keys.ts';
import { readRows } from './rows-reader.ts';

/** Every event that a subject has folded, in no particular order: its cost grows with the history. */
export type WholeTimeline = (subject: Subject) => Promise<SystemEvent[]>;

/** Makes the reader of whole timelines of the records table. */
export function makeWholeTimeline(table: Table): WholeTimeline {
  return async subject => {
    const items = await readRows(table, recordKey(subject).pk, eventRows);
    return items.map(item => readItem(table.tableName, eventItemSchema, item).event);
  };
}
