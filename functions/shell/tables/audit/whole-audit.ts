import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';

/** A row of the audit as it is stored, with all that is in it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** Every row of the audit, in no order: for an operator, who pays for the whole table each time. */
export async function* readWholeAudit({
  client,
  tableName: TableName,
}: Pick<Table, 'client' | 'tableName'>): AsyncGenerator<StoredRow> {
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) yield* Items;
}
