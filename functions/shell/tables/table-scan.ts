import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Table } from './batch-requests.ts';
import { readItem } from './read-item.ts';

/** How many parts of a table are read side by side. */
const segments = 8;

/** What to read of each item, and the attribute that those have which are wanted; all of them when left out. */
interface ScanQuery<S extends z.ZodObject> {
  schema: S;
  having?: string;
}

/**
 * Visits every item of a table, page by page, several parts of the table side by side: for an operator, who pays for
 * the whole table each time. The items of a partition come one after the other and to the same visitor.
 * @param visitor makes the visitor of one part
 * @throws {DamagedItem} when an item does not have what is read of it.
 */
export async function scanTable<S extends z.ZodObject>(
  { client, tableName: TableName }: Table,
  { schema, having }: ScanQuery<S>,
  visitor: () => (items: readonly z.output<S>[]) => Promise<void>,
): Promise<void> {
  const names = Object.fromEntries(Object.keys(schema.shape).map((name, index) => [`#${index}`, name]));
  const query = {
    TableName,
    TotalSegments: segments,
    ProjectionExpression: Object.keys(names).join(', '),
    ExpressionAttributeNames: names,
    ...(having !== undefined && { FilterExpression: `attribute_exists(${having})` }),
  };
  await Promise.all(
    Array.from({ length: segments }, async (_, Segment) => {
      const visit = visitor();
      const pages = paginateScan({ client }, { ...query, Segment });
      for await (const { Items = [] } of pages)
        await visit(Items.map(item => readItem(TableName, schema, item)));
    }),
  );
}
