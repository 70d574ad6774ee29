import type { Subject } from '../../../../schemas/reference.ts';
import { allEventItems, type EventsTable } from './event-items.ts';
import { eventRows, recordKey, recordRow } from './keys.ts';
import { inClear } from './packed.ts';
import { rowsApart } from './rows-in-record.ts';
import { readRows } from './rows-reader.ts';

/**
 * Reads the items of a subject of which the sort keys begin like this, with every value as it was before it was packed; of
 * events also those that have left the table, of rows also those that lie in the record.
 */
export type ReadClear = (subject: Subject, beginning: string) => Promise<Record<string, unknown>[]>;

/** Makes the reader of items in clear, for an operator. */
export function makeReadClear(table: EventsTable): ReadClear {
  return async (subject, beginning) => {
    const { pk } = recordKey(subject);
    const isOfEvents = beginning.startsWith(eventRows);
    const withEvents = isOfEvents || eventRows.startsWith(beginning);
    const events = withEvents ? await allEventItems(table, subject, isOfEvents ? beginning : eventRows) : [];
    // Before others: what leaves a record in between is an item then.
    const record = isOfEvents ? [] : await readRows(table, pk, recordRow);
    const rows = isOfEvents ? [] : await readRows(table, pk, beginning);
    const others = rows.filter(({ sk }) => !String(sk).startsWith(eventRows) && sk !== recordRow);
    return rowsApart([...record, ...others, ...events].map(inClear))
      .filter(({ sk }) => String(sk).startsWith(beginning))
      .toSorted((one, other) => (String(one['sk']) < String(other['sk']) ? -1 : 1));
  };
}
