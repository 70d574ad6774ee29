import {
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../batch-requests.ts';
import { type Outcome, outcomeOf } from '../conditionally.ts';
import { waitingRowKey } from './keys.ts';

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Put = NonNullable<Action['Put']>;
type Update = NonNullable<Action['Update']>;
/** What becomes of the row by which an item that waits for a key is found. */
export interface WaitingRow {
  system: string;
  id: string;
  /** What it waits for, or did; without it there is no such row. */
  key?: string | undefined;
  becomes: 'put' | 'deleted' | 'as it is';
}

/**
 * Writes an item, with the row by which it is found while it waits: both or neither, so that whoever answers what it waits
 * for finds it by one consistent read. Without such a row it is one write, which costs half as much.
 */
export function writeItem(
  { client, tableName: TableName, pause }: Table,
  item: { Put: Omit<Put, 'TableName'> } | { Update: Omit<Update, 'TableName'> },
  { system, id, key, becomes }: WaitingRow,
): Promise<Outcome> {
  const action: Action =
    'Put' in item ? { Put: { TableName, ...item.Put } } : { Update: { TableName, ...item.Update } };
  if (key === undefined || becomes === 'as it is') {
    const { Put, Update } = action;
    return outcomeOf(
      () =>
        Put === undefined
          ? client.send(new UpdateCommand(Update as Update))
          : client.send(new PutCommand(Put)),
      pause,
    );
  }
  const Key = waitingRowKey(system, key, id);
  const row: Action =
    becomes === 'put' ? { Put: { TableName, Item: { ...Key, id } } } : { Delete: { TableName, Key } };
  return outcomeOf(() => client.send(new TransactWriteCommand({ TransactItems: [action, row] })), pause);
}
