import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';
import { scanTable } from '../table-scan.ts';
import { type QuarantineItem, quarantineItemSchema } from './item.ts';
import { quarantineKey, waitingRowKey } from './keys.ts';

/** For the erasure of a person: what is kept as its system sent it is in clear, so that it is looked through and removed. */
export interface QuarantineEraser {
  /** The items that this is true of: the whole table is read. */
  itemsThat(isMeant: (item: QuarantineItem) => boolean): Promise<QuarantineItem[]>;
  remove(item: QuarantineItem): Promise<void>;
}

/** Makes the eraser of the quarantine table. */
export function makeQuarantineEraser(table: Table): QuarantineEraser {
  const { client, tableName: TableName } = table;
  return {
    async itemsThat(isMeant) {
      const found: QuarantineItem[] = [];
      const scanned = { schema: quarantineItemSchema, having: 'payload' };
      await scanTable(table, scanned, () => async items => void found.push(...items.filter(isMeant)));
      return found.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
    },
    async remove({ system, id, key }) {
      const keys = [
        quarantineKey(system, id),
        ...(key === undefined ? [] : [waitingRowKey(system, key, id)]),
      ];
      const TransactItems = keys.map(Key => ({ Delete: { TableName, Key: { ...Key } } }));
      await client.send(new TransactWriteCommand({ TransactItems }));
    },
  };
}
