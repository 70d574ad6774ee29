import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { HubError } from '../errors.ts';
import type { Table } from './batch-requests.ts';
import { isPassing } from './cancellation.ts';
import type { Key } from './key.ts';

const attempts = 8;

/**
 * Reads items as they all are at one moment: no write of anybody's lies between two of them, as it may in a batch. It costs
 * twice the read units of a batch. While somebody is writing one of them DynamoDB refuses, and it is asked again.
 * @param keys a hundred at the most, each once
 * @returns the items that exist, by the places of their keys
 * @throws {HubError} when others were writing at every attempt.
 */
export async function readAtOnce(
  { client, tableName: TableName, pause }: Table,
  keys: readonly Key[],
): Promise<(Record<string, unknown> | undefined)[]> {
  const command = { TransactItems: keys.map(Key => ({ Get: { TableName, Key: { ...Key } } })) };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await pause(attempt - 1);
    try {
      const { Responses = [] } = await client.send(new TransactGetCommand(command));
      return keys.map((_, place) => Responses[place]?.Item);
    } catch (error) {
      if (!(error instanceof TransactionCanceledException) || !isPassing(error)) throw error;
    }
  }
  throw new HubError('Others write the same at every attempt', { retryable: true });
}
