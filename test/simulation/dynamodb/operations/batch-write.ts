import { invalid } from '../errors.ts';
import type { Database } from './database.ts';
import { type PreparedWrite, prepareWrite } from './prepared-write.ts';
import type { BatchedWrite, BatchWriteRequest } from './requests.ts';

const writesAtMost = 25;

/** BatchWriteItem: all of it, or nothing where any of it is wrong. */
export function batchWriteItem(database: Database, { RequestItems }: BatchWriteRequest): object {
  const writes = Object.entries(RequestItems).flatMap(([TableName, batched]) =>
    batched.map(write => prepared(database, TableName, write)),
  );
  if (writes.length > writesAtMost) throw invalid('Too many items requested for the BatchWriteItem call');
  const places = writes.map(({ table, place }) => `${table.name}\n${place.partition}\n${place.sort}`);
  if (new Set(places).size < places.length) throw invalid('Provided list of item keys contains duplicates');
  for (const { table, place, after } of writes) table.write(place, after(undefined));
  return { UnprocessedItems: {} };
}

function prepared(database: Database, TableName: string, write: BatchedWrite): PreparedWrite {
  const { PutRequest, DeleteRequest } = write;
  if (PutRequest) return prepareWrite(database, 'Put', { TableName, ...PutRequest });
  if (DeleteRequest) return prepareWrite(database, 'Delete', { TableName, ...DeleteRequest });
  throw invalid('Supplied AttributeValue has more than one or no request');
}
