import type { Subject } from '../../../../schemas/reference.ts';
import { allEventItems, type EventsTable } from './event-items.ts';
import { eventRows, recordKey } from './keys.ts';
import { inClear } from './packed.ts';
import { readRows } from './rows-reader.ts';

/**
 * Reads the items of a subject of which the sort keys begin like this, with every value as it was before it was packed; of
 * events also those that have left the table.
 */
export type ReadClear = (subject: Subject, beginning: string) => Promise<Record<string, unknown>[]>;

/** Makes the reader of items in clear, for an operator. */
export function makeReadClear(table: EventsTable): ReadClear {
  return async (subject, beginning) => {
    const isOfEvents = beginning.startsWith(eventRows);
    const withEvents = isOfEvents || eventRows.startsWith(beginning);
    const events = withEvents ? await allEventItems(table, subject, isOfEvents ? beginning : eventRows) : [];
    const rows = isOfEvents ? [] : await readRows(table, recordKey(subject).pk, beginning);
    const others = rows.filter(({ sk }) => !String(sk).startsWith(eventRows));
    return [...others, ...events]
      .toSorted((one, other) => (String(one['sk']) < String(other['sk']) ? -1 : 1))
      .map(inClear);
  };
}
