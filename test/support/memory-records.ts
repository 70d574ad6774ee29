import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import { documentsOver } from '../attack/support/sdk.ts';
import { makeWire, undisturbed } from '../attack/support/wire.ts';
import { makeMemoryDynamoDb } from '../simulation/dynamodb/memory-dynamodb.ts';
import { memoryMoved } from './memory-moved.ts';
import type { MovingTable } from './moving.ts';

/** A table of records in memory, and the keys of all that is in it. */
export function memoryRecords(): MovingTable & { keys(): { pk: string; sk: string }[] } {
  const memory = makeMemoryDynamoDb({ now: () => 0 });
  memory.createTable('Records', recordsTable);
  const serve = (operation: string, body: unknown) => Promise.resolve(memory.serve(operation, body));
  return {
    client: documentsOver(makeWire(undisturbed), serve),
    tableName: 'Records',
    pause: () => Promise.resolve(),
    moved: memoryMoved(),
    keys() {
      const { body } = memory.serve('Scan', { TableName: 'Records' });
      return (body as { Items: Record<string, { S: string }>[] }).Items.map(({ pk, sk }) => ({
        pk: pk?.S ?? '',
        sk: sk?.S ?? '',
      }));
    },
  };
}
