import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Hub } from '../../support/hub.ts';
import { publishNews } from './for-record.ts';
import type { Poisons } from './kinds.ts';

/** An outbox row that is none, before all others. */
function putOutboxRow({ records: { client, tableName: TableName } }: Hub) {
  const Item = {
    pk: 'PROPERTY#1',
    sk: 'OUTBOX#000000000001',
    entry: { events: [{ type: 'housing.flag.dreamt-of.v1' }] },
    announces: 1,
  };
  return client.send(new PutCommand({ TableName, Item }));
}

export const forRelay: Poisons = {
  function: 'relay',
  put: publishNews,
  all: [{ what: 'an outbox row that cannot be read', put: putOutboxRow, ends: 'given up' }],
};

const outbound = (body: string) => (hub: Hub) =>
  hub.queues.find(({ name }) => name === 'outbound-repairs')?.send(body);

export const forDeliver: Poisons = {
  function: 'deliver',
  put: publishNews,
  all: [
    { what: 'no JSON', put: outbound('{"detail":'), ends: 'dead letters' },
    {
      what: 'no announcement',
      put: outbound('{"detail":{"type":"housing.leak.reported.v1"}}'),
      ends: 'dead letters',
    },
  ],
};
