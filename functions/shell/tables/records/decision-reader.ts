import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Subject } from '../../../../schemas/reference.ts';
import type { FlagChange } from '../../../core/flags/history.ts';
import { batchGet } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { type EventsTable, eventItemsAt } from './event-items.ts';
import { heardPlace, makeReadHeard } from './heard.ts';
import { committedItemSchema, historyItemSchema, namedFlagSchema } from './items.ts';
import { historyKey } from './keys.ts';

/** What an officer said that was committed, and what became of the flag by that. */
export interface Committed {
  event: SystemEvent;
  change: FlagChange;
}
/** Finds what was committed under an event’s id, or undefined when the subject knows nothing of it. */
export type FindDecision = (subject: Subject, eventId: string) => Promise<Committed | undefined>;

/** Finds what was committed under an event’s id about who is who: of that, no flag of its own tells. */
export type FindEvent = (subject: Subject, eventId: string) => Promise<Pick<Committed, 'event'> | undefined>;

/** What an id was first heard to say tells where timelines have it. */
async function entryOf(table: EventsTable, subject: Subject, eventId: string) {
  const heard = (await makeReadHeard(table)([eventId])).get(eventId);
  if (heard === undefined) return undefined;
  const [entry] = await eventItemsAt(table, [{ subject, happened: heardPlace(eventId, heard) }]);
  return entry;
}

/** Makes the finder of events that were committed. */
export function makeFindEvent(table: EventsTable): FindEvent {
  return async (subject, eventId) => {
    const entry = await entryOf(table, subject, eventId);
    return entry && { event: readItem(table.tableName, committedItemSchema, entry).event };
  };
}

/** Makes the finder of decisions that were committed. */
export function makeFindDecision(table: EventsTable): FindDecision {
  const consistent = { consistent: true };
  return async (subject, eventId) => {
    const entry = await entryOf(table, subject, eventId);
    if (entry === undefined) return undefined;
    const { event, version } = readItem(table.tableName, committedItemSchema, entry);
    const named = readItem(table.tableName, namedFlagSchema, entry);
    const key = historyKey(subject, named.event.data, version);
    const [row] = await batchGet(table, [key], consistent);
    return row && { event, change: readItem(table.tableName, historyItemSchema, row).entry.change };
  };
}
