import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { LocalReference, SystemName } from '../../../../schemas/reference.ts';
import { type Held, heldBy } from '../../../core/delivery/held.ts';
import type { Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import {
  type Delivery,
  deliverySchema,
  holdingItemSchema,
  type OwnWarning,
  ownWarningSchema,
} from './items.ts';
import { flagIdIn, isOwnWarning, systemPartition } from './keys.ts';

/** Of each flag what a system was sent and acknowledged: as much of the row as says so. */
export type Receipt = Pick<
  Delivery,
  | 'version'
  | 'state'
  | 'sentAt'
  | 'acknowledgedVersion'
  | 'acknowledgedState'
  | 'acknowledgedAt'
  | 'lost'
  | 'again'
>;

const attributes = [
  'pk',
  'sk',
  'version',
  'state',
  'sentAt',
  'acknowledgedVersion',
  'acknowledgedState',
  'acknowledgedAt',
  'lost',
  'again',
  'localReference',
  'code',
  'since',
];

/** What the hub believes that a system holds. */
export interface Holdings {
  /** By flag id; a row without a receipt counts as well. */
  receipts: Map<string, Receipt>;
  /** By the system's own reference. */
  own: Map<LocalReference, OwnWarning>;
}

/** Reads all rows of a system: half a read unit for each 4 KB; at 0.33 KB a row, 60,000 flags are about 2,400 units. */
export async function readHoldings(
  { client, tableName }: Pick<Table, 'client' | 'tableName'>,
  system: SystemName,
): Promise<Holdings> {
  const receipts: Holdings['receipts'] = new Map();
  const own: Holdings['own'] = new Map();
  const names = Object.fromEntries(attributes.map(name => [`#${name}`, name]));
  const query = {
    TableName: tableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': systemPartition(system) },
    ExpressionAttributeNames: names,
    ProjectionExpression: Object.keys(names).join(', '),
  };
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    for (const item of Items) {
      const key = readItem(tableName, holdingItemSchema, item);
      const id = flagIdIn(key);
      if (id !== undefined) receipts.set(id, readItem(tableName, deliverySchema, item));
      if (!isOwnWarning(key)) continue;
      const warning = readItem(tableName, ownWarningSchema, item);
      own.set(warning.localReference, warning);
    }
  }
  return { receipts, own };
}

/** The flags among them that the system holds by its own word. */
export function heldAmong({ receipts }: Pick<Holdings, 'receipts'>): Map<string, Held> {
  const held = new Map<string, Held>();
  for (const [id, receipt] of receipts) {
    const holding = heldBy(receipt);
    if (holding !== undefined) held.set(id, holding);
  }
  return held;
}
