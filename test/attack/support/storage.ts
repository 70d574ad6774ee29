import { inject } from 'vitest';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import { directoryTable } from '../../../functions/shell/tables/directory/table.ts';
import { recordsTable } from '../../../functions/shell/tables/records/table.ts';
import { newTable } from '../../integration/support/tables.ts';
import { unknownShapesIn } from '../../simulation/differential/shapes.ts';
import { makeMemoryDynamoDb } from '../../simulation/dynamodb/memory-dynamodb.ts';
import { dynamoDbLocal } from '../../simulation/dynamodb-local.ts';
import { documentsOver, type Serve } from './sdk.ts';
import { makeWire, undisturbed } from './wire.ts';

/** What the tables of a hub are in. */
export interface Storage {
  /** What answers the hub's requests. */
  readonly serve: Serve;
  /** A table of its own, empty, and a client that nothing disturbs. */
  newTable(kind?: 'plain' | 'events'): Promise<Table>;
}

/** The gazetteer, and what it is stored in: a hub has its tables beside it. */
export interface Directory extends Table {
  readonly storage: Storage;
}

/** Amazon's engine. */
export function localStorage(): Storage {
  return { serve: dynamoDbLocal(inject('dynamoDbEndpoint')), newTable };
}

const declarations = { plain: directoryTable, events: recordsTable };

/** Tables in memory, which answer at once and the same every time. */
export function memoryStorage(): Storage & { readonly unknown: ReadonlySet<string> } {
  const memory = makeMemoryDynamoDb({ now: Date.now });
  const unknown = new Set<string>();
  const serve: Serve = (operation, body) => {
    for (const shape of unknownShapesIn(body)) unknown.add(shape);
    return Promise.resolve(memory.serve(operation, body));
  };
  let tables = 0;
  return {
    unknown,
    serve,
    newTable(kind = 'plain') {
      tables += 1;
      const tableName = `${kind}-${tables}`;
      memory.createTable(tableName, declarations[kind]);
      const client = documentsOver(makeWire(undisturbed), serve);
      return Promise.resolve({ client, tableName, pause: () => Promise.resolve() });
    },
  };
}
