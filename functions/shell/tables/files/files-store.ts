import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemName } from '../../../../schemas/reference.ts';
import { HubError } from '../../errors.ts';
import type { Key } from '../key.ts';
import { readItem } from '../read-item.ts';
import { type FeedRecord, type FileRecord, feedRecordSchema, fileRecordSchema } from './file-record.ts';
import { feedKey, fileKey } from './keys.ts';

/** The files of one system, and where each of its feeds has got to. */
export interface FilesStore {
  find(fileId: string): Promise<FileRecord | undefined>;
  findFeed(feed: string): Promise<FeedRecord | undefined>;
  create(file: FileRecord): Promise<void>;
  /**
   * Changes a file, and with it the feed that it is the newest snapshot of: both or neither.
   * @returns the file as it is now.
   * @throws {HubError} when somebody else changed either in the meantime.
   */
  save(file: FileRecord, feed?: FeedChange): Promise<FileRecord>;
}

/** A feed's step from one snapshot to the next; `from` is 0 for its first. */
interface FeedChange {
  name: string;
  from: number;
  to: FeedRecord;
}

/** Makes the store of one system's files. */
export function makeFilesStore(deps: {
  client: DynamoDBDocumentClient;
  tableName: string;
  system: SystemName;
}): FilesStore {
  const { client, tableName: TableName, system } = deps;
  const get = async (Key: Key) =>
    (await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))).Item;
  const write = async (puts: readonly ConditionalPut[]) => {
    const TransactItems = puts.map(put => ({ Put: { TableName, ...put } }));
    await client.send(new TransactWriteCommand({ TransactItems })).catch(asConflict);
  };
  const itemOf = (file: FileRecord) => ({ ...fileKey(system, file.fileId), ...file });
  return {
    async find(fileId) {
      const item = await get(fileKey(system, fileId));
      return item && readItem(TableName, fileRecordSchema, item);
    },
    async findFeed(feed) {
      const item = await get(feedKey(system, feed));
      return item && readItem(TableName, feedRecordSchema, item);
    },
    async create(file) {
      await write([{ Item: itemOf(file), ConditionExpression: 'attribute_not_exists(pk)' }]);
    },
    async save(file, feed) {
      const next = { ...file, revision: file.revision + 1 };
      const puts: ConditionalPut[] = [{ Item: itemOf(next), ...isStill('revision', file.revision) }];
      if (feed !== undefined) {
        const Item = { ...feedKey(system, feed.name), ...feed.to };
        puts.push({ Item, ...isStill('sequence', feed.from) });
      }
      await write(puts);
      return next;
    },
  };
}

interface ConditionalPut {
  Item: Record<string, unknown>;
  ConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, number>;
}

/** An item that counts its changes is as it was read; a feed that was not there when it was read still is not. */
function isStill(counter: 'revision' | 'sequence', value: number): Omit<ConditionalPut, 'Item'> {
  if (counter === 'sequence' && value === 0) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression: '#counter = :value',
    ExpressionAttributeNames: { '#counter': counter },
    ExpressionAttributeValues: { ':value': value },
  };
}

function asConflict(error: unknown): never {
  if (!(error instanceof TransactionCanceledException)) throw error;
  throw new HubError('The file was changed since it was read', { retryable: true, cause: error });
}
