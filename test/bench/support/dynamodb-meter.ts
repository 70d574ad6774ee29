import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { itemSize, type WireItem } from './item-size.ts';

/** What written items are for, and the index that follows the timeline. */
export const kinds = ['timeline', 'index', 'record', 'rows', 'outbox'] as const;
type Kind = (typeof kinds)[number];

/** What calls to DynamoDB cost, by the formulas of its price list: the units that DynamoDB Local answers are too few. */
export interface Cost {
  reads: number;
  transactions: number;
  itemsWritten: number;
  bytesSent: number;
  bytesReceived: number;
  /** 4 KB read consistently. */
  readUnits: number;
  /** A KB of an item put in a transaction: two on the table and one more on the index. */
  writeUnits: Record<Kind, number>;
}

/** Reads what a client's calls have cost. */
export interface Meter {
  /** The cost since the last time it was asked. */
  take(): Cost;
  /** The size of an item as it was last written, in bytes. */
  sizeOf(key: { pk: string; sk: string }): number;
}

interface Body {
  RequestItems?: Record<string, { Keys: WireItem[] }>;
  TransactItems?: { Put: { Item: WireItem } }[];
}

const kilobytes = (bytes: number, of = 1) => Math.max(1, Math.ceil(bytes / 1024 / of));
const utf8 = new TextDecoder();

/**
 * Puts a meter on a client. It must see every write from an empty table on: a put is charged by the larger of the item
 * before and after, and a read by what was written.
 */
export function meterOn(client: DynamoDBDocumentClient): Meter {
  const sizes = new Map<string, number>();
  let cost = nothing();
  client.middlewareStack.add(
    next => async args => {
      const { body } = args.request as { body: Uint8Array };
      count(cost, JSON.parse(utf8.decode(body)), sizes);
      const result = await next(args);
      const { headers } = result.response as { headers: Record<string, string> };
      cost.bytesSent += body.byteLength;
      cost.bytesReceived += Number(headers['content-length']);
      return result;
    },
    { step: 'build', name: 'meter' },
  );
  return {
    take() {
      const taken = cost;
      cost = nothing();
      return taken;
    },
    sizeOf: ({ pk, sk }) => sizes.get(nameOf({ pk: { S: pk }, sk: { S: sk } })) ?? 0,
  };
}

function count(cost: Cost, { RequestItems, TransactItems }: Body, sizes: Map<string, number>): void {
  for (const { Keys } of Object.values(RequestItems ?? {})) {
    cost.reads += 1;
    for (const key of Keys) cost.readUnits += kilobytes(sizes.get(nameOf(key)) ?? 0, 4);
  }
  if (TransactItems === undefined) return;
  cost.transactions += 1;
  for (const { Put } of TransactItems) {
    const [name, kind, size] = [nameOf(Put.Item), kindOf(Put.Item), itemSize(Put.Item)];
    cost.itemsWritten += 1;
    cost.writeUnits[kind] += 2 * kilobytes(Math.max(size, sizes.get(name) ?? 0));
    if (kind === 'timeline') cost.writeUnits.index += kilobytes(size);
    sizes.set(name, size);
  }
}

/** The tables' keys say it: `EVENT#…`, `RECORD`, `CASE#…` or `FLAG#…`, `OUTBOX#…`. */
function kindOf({ sk }: WireItem): Kind {
  const name = String(sk?.['S']);
  if (name.startsWith('EVENT#')) return 'timeline';
  if (name.startsWith('OUTBOX#')) return 'outbox';
  return name === 'RECORD' ? 'record' : 'rows';
}

function nameOf({ pk, sk }: WireItem): string {
  return JSON.stringify([pk, sk]);
}

function nothing(): Cost {
  return {
    reads: 0,
    transactions: 0,
    itemsWritten: 0,
    bytesSent: 0,
    bytesReceived: 0,
    readUnits: 0,
    writeUnits: { timeline: 0, index: 0, record: 0, rows: 0, outbox: 0 },
  };
}
