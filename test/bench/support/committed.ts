import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';

/** What was ever committed to the records table. */
export interface Counts {
  /** Events, each as often as there are subjects that keep it: the timeline's entries. */
  touches: number;
  /** Transactions: a record's version is how many made it. */
  commits: number;
}

/** Counts what the records table holds. */
export async function countsOf({ client, tableName }: Table): Promise<Counts> {
  const counts = { touches: 0, commits: 0 };
  const query = {
    TableName: tableName,
    ProjectionExpression: 'sk, #version',
    ExpressionAttributeNames: { '#version': 'version' },
  };
  for await (const { Items = [] } of paginateScan({ client }, query)) {
    for (const { sk, version = 0 } of Items) {
      if (String(sk).startsWith('EVENT#')) counts.touches += 1;
      if (sk === 'RECORD') counts.commits += version;
    }
  }
  return counts;
}
