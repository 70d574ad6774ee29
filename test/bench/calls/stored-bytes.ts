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
  const client = clientOf(endpoint);
  const scanned = makeScannedBytes(endpoint);
  return async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const indexes = [...(Table?.GlobalSecondaryIndexes ?? []), ...(Table?.LocalSecondaryIndexes ?? [])];
    let bytes = await scanned(TableName);
    for (const { IndexName } of indexes) bytes += await scanned(TableName, IndexName);
    return bytes;
  };
}

/** Asks how many bytes a table holds, or one of its indexes. */
export function makeScannedBytes(endpoint: string) {
  const client = clientOf(endpoint);
  return async (TableName: string, IndexName?: string): Promise<number> => {
    let [bytes, next] = [0, undefined as ScanCommandOutput['LastEvaluatedKey']];
    do {
      const page: ScanCommandOutput = await client.send(
        new ScanCommand({
          TableName,
          ...(IndexName !== undefined && { IndexName }),
          ...(next && { ExclusiveStartKey: next }),
        }),
      );
      for (const item of page.Items ?? []) bytes += itemSize(item as unknown as WireItem);
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return bytes;
  };
}

function clientOf(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS });
}
