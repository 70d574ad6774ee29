import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SystemName } from '../../../../schemas/reference.ts';
import { type Circuit, closed } from '../../../core/delivery/circuit.ts';
import type { Pause } from '../../backoff.ts';
import { HubError } from '../../errors.ts';
import { conditionally } from '../conditionally.ts';
import { readItem } from '../read-item.ts';
import { circuitItemSchema } from './items.ts';
import { circuitKey } from './keys.ts';

/** The circuit of one system, shared by all invocations. */
export interface CircuitStore {
  /** The circuit as it is. */
  read(): Promise<Circuit>;
  /**
   * Changes the circuit by a pure function, again from what is there now on a version conflict (optimistic lock).
   * @returns what `decide` said of the circuit that it was given last. Where `next` is the same circuit, nothing is written.
   * @throws {HubError} when every attempt met a version conflict.
   */
  change<T extends { next: Circuit }>(decide: (circuit: Circuit) => T): Promise<T>;
}

const attempts = 8;

/** Makes the store of one system's circuit. A system without a row is one that nothing is known against. */
export function makeCircuitStore(deps: {
  client: DynamoDBDocumentClient;
  tableName: string;
  system: SystemName;
  pause: Pause;
}): CircuitStore {
  const { client, tableName: TableName, system, pause } = deps;
  const Key = circuitKey(system);
  const read = async () => {
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item === undefined
      ? { circuit: closed, revision: 0 }
      : readItem(TableName, circuitItemSchema, Item);
  };
  const write = (circuit: Circuit, revision: number) => {
    const put = new PutCommand({
      TableName,
      Item: { ...Key, circuit, revision: revision + 1 },
      ConditionExpression: 'attribute_not_exists(pk) OR revision = :revision',
      ExpressionAttributeValues: { ':revision': revision },
    });
    return conditionally(client.send(put));
  };
  return {
    read: async () => (await read()).circuit,
    async change(decide) {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (attempt > 0) await pause(attempt - 1);
        const { circuit, revision } = await read();
        const decision = decide(circuit);
        if (decision.next === circuit || (await write(decision.next, revision))) return decision;
      }
      throw new HubError('The circuit is changed by too many at once', { retryable: true });
    },
  };
}
