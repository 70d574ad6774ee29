import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';

/** The same table, with every call of its client told to `onCall` first, which may throw. */
function watched(table: Table, onCall: (command: string) => void): Table {
  const send = async (command: Parameters<DynamoDBDocumentClient['send']>[0]) => {
    onCall(command.constructor.name);
    return await table.client.send(command);
  };
  const client = new Proxy(table.client, {
    get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
  });
  return { ...table, client };
}

/** The same table, and how many calls wrote to it. */
export function countingWrites(table: Table): { table: Table; count(): number } {
  let writes = 0;
  return {
    table: watched(table, command => {
      if (/Write|Put|Update|Delete/.test(command)) writes += 1;
    }),
    count: () => writes,
  };
}

/** The same table for so many calls; from then on nothing gets through, as when the process is killed. */
export function failingAfter(table: Table, calls: number): Table {
  let made = 0;
  return watched(table, () => {
    made += 1;
    if (made > calls) throw new Error('The process was killed');
  });
}
