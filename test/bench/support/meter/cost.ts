import { recordsTable } from '../../../../functions/shell/tables/records/table.ts';

const indexes = Object.keys(recordsTable.indexes) as (keyof typeof recordsTable.indexes)[];

/** What write units are spent on: the kinds of items of the records table, and each of its indexes. */
export const kinds = ['event', 'record', 'rows', 'history', 'heard', ...indexes] as const;
export type Kind = (typeof kinds)[number];

/** What calls to DynamoDB cost, by the formulas of its price list: the units that DynamoDB Local answers are too few. */
export interface Cost {
  /** Reads of any kind, one a call. */
  reads: number;
  transactions: number;
  /** Writes outside of transactions, one a call. */
  writes: number;
  itemsWritten: number;
  bytesSent: number;
  bytesReceived: number;
  /** 4 KB read consistently; in a transaction two. */
  readUnits: number;
  /** A KB of an item that is put or removed; in a transaction two; and what each index takes for that. */
  writeUnits: Record<Kind, number>;
}

/** The cost of nothing, to add to. */
export function nothing(): Cost {
  return {
    ...{ reads: 0, transactions: 0, writes: 0, itemsWritten: 0 },
    ...{ bytesSent: 0, bytesReceived: 0, readUnits: 0 },
    writeUnits: Object.fromEntries(kinds.map(kind => [kind, 0])) as Record<Kind, number>,
  };
}

/** Every call that is asked, whatever it does. */
export function callsOf({ reads, transactions, writes }: Cost): number {
  return reads + transactions + writes;
}

/** The keys of the table say what an item is: `EVENT#…`, `RECORD`, `CASE#…` or `FLAG#…`, `HISTORY#…`, `HEARD`. */
export function kindOf(sk: string): Kind {
  if (sk.startsWith('EVENT#')) return 'event';
  if (/^(HISTORY|OUTBOX)#/.test(sk)) return 'history';
  if (sk === 'HEARD') return 'heard';
  return sk === 'RECORD' ? 'record' : 'rows';
}

/** Units of one KB, or of so many; a part counts as a whole, and what is not there as one. */
export function unitsOf(bytes: number, of = 1): number {
  return Math.max(1, Math.ceil(bytes / 1024 / of));
}
