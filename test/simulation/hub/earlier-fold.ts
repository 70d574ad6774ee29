import { marshall } from '@aws-sdk/util-dynamodb';
import { inClear } from '../../../functions/shell/tables/records/packed.ts';
import { streamRow } from '../../../functions/shell/tables/stream-row.ts';
import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';

const share = 0.7;

/** Has most records be as a version before folded them, which counted events otherwise: a rebuild puts that right. */
export function foldOtherwise(dynamodb: MemoryDynamoDb, random: Random): void {
  const TableName = 'Records';
  const { body } = dynamodb.serve('Scan', { TableName }) as Json;
  for (const Item of body.Items) {
    if (Item.sk.S !== 'RECORD' || !random.chance(share)) continue;
    const { record } = inClear(streamRow(Item)) as Json;
    const totals = { ...record.totals, events: record.totals.events + 1 };
    const { M } = marshall({ ...record, totals }, { convertTopLevelContainer: true }) as Json;
    dynamodb.serve('PutItem', { TableName, Item: { ...Item, record: { M } } });
  }
}
