import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import { readItem } from '../read-item.ts';
import { allEventItems, type EventsTable } from './event-items.ts';
import { eventItemSchema } from './items.ts';

/** Every event that a subject has folded, wherever it lies, in no particular order: its cost grows with the history. */
export type WholeTimeline = (subject: Subject) => Promise<SystemEvent[]>;

/** Makes the reader of whole timelines of the records table. */
export function makeWholeTimeline(table: EventsTable): WholeTimeline {
  return async subject => {
    const items = await allEventItems(table, subject);
    return items.map(item => readItem(table.tableName, eventItemSchema, item).event);
  };
}
