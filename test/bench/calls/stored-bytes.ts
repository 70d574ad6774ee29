import {
  DescribeTableCommand,
  DynamoDBClient,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb';
import { CREDENTIALS, REGION } from '@infra/local/dynamodb';
import { itemSize, type WireItem } from '../support/item-size.ts';

/** Asks how many bytes a table and its indexes hold, as DynamoDB charges for them. */
export function makeStoredBytes(endpoint: string, TableName: string): () => Promise<number> {
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
  return async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const indexes = [...(Table?.GlobalSecondaryIndexes ?? []), ...(Table?.LocalSecondaryIndexes ?? [])];
    let bytes = await scanned({});
    for (const { IndexName } of indexes) bytes += await scanned(IndexName === undefined ? {} : { IndexName });
    return bytes;
  };

  async function scanned(index: { IndexName?: string }): Promise<number> {
    let [bytes, next] = [0, undefined as ScanCommandOutput['LastEvaluatedKey']];
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({ TableName, ...index, ...(next && { ExclusiveStartKey: next }) }),
      );
      for (const item of page.Items ?? []) bytes += itemSize(item as unknown as WireItem);
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return bytes;
  }
}
