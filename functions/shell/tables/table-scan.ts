import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from './batch-requests.ts';
import type { Key } from './key.ts';

/** How many parts of a table are read side by side. */
const segments = 8;

/** What to read of each item, and which sort keys are wanted; all of them when left out. */
interface ScanQuery {
  attributes: readonly string[];
  sortKeysBeginning?: string;
}

/**
 * Visits every item of a table, page by page, several parts of the table side by side: for an operator, who pays for
 * the whole table each time. The items of a partition come one after the other and to the same visitor.
 * @param visitor makes the visitor of one part
 */
export async function scanTable(
  { client, tableName: TableName }: Table,
  { attributes, sortKeysBeginning }: ScanQuery,
  visitor: () => (items: readonly (Key & Record<string, unknown>)[]) => Promise<void>,
): Promise<void> {
  const names = Object.fromEntries(attributes.map((name, index) => [`#${index}`, name]));
  const query = {
    TableName,
    TotalSegments: segments,
    ProjectionExpression: Object.keys(names).join(', '),
    ExpressionAttributeNames: names,
    ...(sortKeysBeginning !== undefined && {
      FilterExpression: 'begins_with(sk, :beginning)',
      ExpressionAttributeValues: { ':beginning': sortKeysBeginning },
    }),
  };
  await Promise.all(
    Array.from({ length: segments }, async (_, Segment) => {
      const visit = visitor();
      const pages = paginateScan({ client }, { ...query, Segment });
      for await (const { Items = [] } of pages) await visit(Items as (Key & Record<string, unknown>)[]);
    }),
  );
}
