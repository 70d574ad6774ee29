import type { TableDeclaration } from '../../../functions/shell/tables/table.ts';
import { DynamoDbError, failure } from './errors.ts';
import { batchGetItem } from './operations/batch-get.ts';
import { batchWriteItem } from './operations/batch-write.ts';
import type { Database } from './operations/database.ts';
import { getItem, transactGetItems } from './operations/get.ts';
import { query } from './operations/query.ts';
import { scan } from './operations/scan.ts';
import { makeTransactions } from './operations/transaction-tokens.ts';
import { deleteItem, putItem, updateItem } from './operations/write-one.ts';
import { makeStream, type Stream } from './tables/stream.ts';
import { type IndexChange, type MemoryTable, makeTable } from './tables/table.ts';

/** What DynamoDB answers: a status, and the JSON of its protocol. */
export interface DynamoDbAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** DynamoDB in memory: it answers at once, and the same requests in the same order get the same answers. */
export interface MemoryDynamoDb {
  /** Answers a request. What is answered shares its parts with what is stored, and must not be changed. */
  serve(operation: string, body: unknown): DynamoDbAnswer;
  createTable(name: string, declaration: TableDeclaration): void;
  /** The stream of a table that has one. */
  stream(table: string): Stream | undefined;
}

interface MemoryDynamoDbOptions {
  /** The time in milliseconds, by which tokens of transactions are forgotten. */
  now: () => number;
  /** What happens when an index is to take up a change: it does at once, unless somebody lets it lag. */
  onIndexChange?: (change: IndexChange) => void;
}

/** Makes a DynamoDB without tables. */
export function makeMemoryDynamoDb({
  now,
  onIndexChange = ({ apply }) => apply(),
}: MemoryDynamoDbOptions): MemoryDynamoDb {
  const tables = new Map<string, MemoryTable>();
  const database: Database = { tables, now };
  const on = (operation: (database: Database, request: never) => unknown) => (body: unknown) =>
    operation(database, body as never);
  const operations = new Map<string, (body: unknown) => unknown>([
    ['GetItem', on(getItem)],
    ['BatchGetItem', on(batchGetItem)],
    ['TransactGetItems', on(transactGetItems)],
    ['Query', on(query)],
    ['Scan', on(scan)],
    ['PutItem', on(putItem)],
    ['UpdateItem', on(updateItem)],
    ['DeleteItem', on(deleteItem)],
    ['BatchWriteItem', on(batchWriteItem)],
    ['TransactWriteItems', makeTransactions(database) as (body: unknown) => unknown],
  ]);
  return {
    serve(operation, body) {
      try {
        const perform = operations.get(operation);
        if (perform === undefined) throw failure('UnknownOperationException', operation);
        return { status: 200, body: perform(body) };
      } catch (error) {
        if (error instanceof DynamoDbError) return { status: 400, body: error.body() };
        throw error;
      }
    },
    createTable(name, declaration) {
      const stream = declaration.stream === undefined ? undefined : makeStream(now);
      tables.set(name, makeTable({ name, declaration, stream, onIndexChange }));
    },
    stream: table => tables.get(table)?.stream,
  };
}
