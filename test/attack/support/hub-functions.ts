import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord, SQSEvent } from 'aws-lambda';
import type { Adapter } from '../../../functions/adapters/contract.ts';
import { makeDeliver } from '../../../functions/delivery/deliver/deliver.ts';
import { guard } from '../../../functions/delivery/deliver/guard.ts';
import { type Send, versionIn } from '../../../functions/delivery/deliver/send.ts';
import { makeReceive } from '../../../functions/intake/receive/receive.ts';
import { makeCommit } from '../../../functions/records/commit/commit.ts';
import { makeAnnounceAtOnce } from '../../../functions/records/record/announce-at-once.ts';
import { makeRecord } from '../../../functions/records/record/record.ts';
import { makeRelay } from '../../../functions/records/relay/relay.ts';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import { makePublisher } from '../../../functions/shell/publisher.ts';
import { makeInbox } from '../../../functions/shell/queues.ts';
import { makeCircuitStore } from '../../../functions/shell/tables/deliveries/circuit-store.ts';
import { makeDeliveries } from '../../../functions/shell/tables/deliveries/deliveries-store.ts';
import { makeReadTold } from '../../../functions/shell/tables/deliveries/told-reader.ts';
import { makeDirectory } from '../../../functions/shell/tables/directory/directory-store.ts';
import { makeQuarantineReader } from '../../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeKeep } from '../../../functions/shell/tables/quarantine/quarantine-store.ts';
import { makeRecordsStore } from '../../../functions/shell/tables/records/records-store.ts';
import { makeWebhook } from '../../../functions/shell/webhook.ts';
import { makeWebhookSettings } from '../../../functions/shell/webhook-settings.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { fixedKeys } from '../../support/fixed-keys.ts';
import { memoryMoved } from '../../support/memory-moved.ts';
import type { Queue } from './queue.ts';
import type { clientsOver } from './sdk.ts';

export interface Tables {
  directory: string;
  records: string;
  quarantine: string;
  deliveries: string;
}
interface Surroundings {
  clients: ReturnType<typeof clientsOver>;
  tables: Tables;
  now: () => Instant;
  fetch: typeof globalThis.fetch;
}

/** As in the handlers, but short: what is waited for here is another function of the same test. */
const pause = fullJitter({ base: 1, cap: 20 });

/** The functions as their handlers wire them, each call as a new execution environment: nothing is kept in memory. */
export function hubFunctions({ clients, tables, now, fetch }: Surroundings) {
  const { documents: client } = clients;
  const directory = () => makeDirectory({ client, tableName: tables.directory, pause });
  const keep = () => makeKeep({ client, tableName: tables.quarantine, pause });
  const publish = () => makePublisher({ client: clients.eventBridge, busName: 'hub', pause });
  const told = ({ manifest: { system } }: Adapter) =>
    makeReadTold({ client, tableName: tables.deliveries, pause }, system);
  return {
    receive: (adapter: Adapter) =>
      makeReceive({
        adapter,
        claimNames: new Map(),
        directory: directory(),
        encrypt: fixedKeys.encrypt,
        publish: publish(),
        told: told(adapter),
        keep: keep(),
        items: makeQuarantineReader({ client, tableName: tables.quarantine, pause }),
        now,
      }),
    record() {
      const store = makeRecordsStore({ client, tableName: tables.records, pause, moved: memoryMoved() });
      const commit = makeCommit({ store, keep: keep(), now, pause });
      const announceAtOnce = makeAnnounceAtOnce(publish());
      return makeRecord({ commit, announceAtOnce, keep: keep(), now });
    },
    relay: (giveUp: (record: DynamoDBRecord) => void) =>
      makeRelay({ publish: publish(), deadLetter: record => Promise.resolve(giveUp(record)) }),
    deliver(adapter: Adapter, { deadLetter }: Queue) {
      const { system } = adapter.manifest;
      const deliver = makeDeliver({
        adapter,
        deliveries: makeDeliveries({ client, tableName: tables.deliveries, system }),
        directory: directory(),
        sending: sendOf(adapter),
        handBack: {
          retryLater: () => Promise.resolve(),
          deadLetter: ({ messageId }) => Promise.resolve(deadLetter(messageId)),
        },
        now,
        newToken: randomUUID,
        random: () => 0.5,
        catchUp: () => Promise.reject(new Error('nothing measures drift here')),
      });
      return (event: SQSEvent) => deliver(event, { getRemainingTimeInMillis: () => 30_000 });
    },
  };

  function sendOf({ manifest: { system, delivery } }: Adapter): () => Send {
    if (delivery === 'webhook') {
      const secret = { client: clients.secretsManager, secretArn: system, allowsLoopback: false };
      const settings = makeWebhookSettings(secret);
      const addressesOf = () => Promise.resolve(['203.0.113.10']);
      const push = makeWebhook({ settings, now, fetch, addressesOf });
      const circuits = makeCircuitStore({ client, tableName: tables.deliveries, system, pause });
      return guard({ send: (message, { id }) => push({ ...message, id }), circuits, now });
    }
    const leave = makeInbox({
      client: clients.sqs,
      queueUrl: `https://sqs.eu-west-2.amazonaws.com/1/${system}`,
    });
    return () => async (message, event) => {
      await leave({ ...message, eventId: event.id, version: versionIn(event) });
      return { kind: 'taken', acknowledged: false };
    };
  }
}
