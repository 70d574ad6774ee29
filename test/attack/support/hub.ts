import type { Adapter } from '../../../functions/adapters/contract.ts';
import { adapterFor } from '../../../functions/adapters/registry.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Random } from '../../bench/support/random.ts';
import { systemRequest } from '../../support/system-request.ts';
import { type Bus, makeBus } from './bus.ts';
import { type Clock, makeClock, makeDriver } from './driver.ts';
import { hubFunctions } from './hub-functions.ts';
import { makeOutboxStream, type OutboxStream } from './outbox-stream.ts';
import { makeQueue, type Queue, type Said } from './queue.ts';
import { makeReceiver, type Receiver } from './receivers.ts';
import { clientsOver } from './sdk.ts';
import { fetchOver, servicesOver } from './services.ts';
import type { Directory } from './storage.ts';
import { type Fault, makeWire, undisturbed } from './wire.ts';

/** The whole hub in one process: the real functions on their tables, and around them a bus, queues and the teams' systems. */
export interface Hub {
  readonly clock: Clock;
  readonly bus: Bus;
  readonly stream: OutboxStream;
  readonly adapters: readonly Adapter[];
  readonly queues: readonly Queue[];
  readonly recordQueue: Queue;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly records: Table;
  readonly quarantine: Table;
  readonly deliveries: Table;
  /** What a system does over HTTPS: sends again until it is answered with something other than 503. Gives the status. */
  post(system: string, body: string, contentType?: string): Promise<number>;
  /** What a system does through its queue. */
  send(system: string, body: string, contentType?: string, said?: Said): void;
  /** What `receive` would publish. */
  publish(events: readonly SystemEvent[]): void;
  settle(): Promise<void>;
  afterlife(): Promise<void>;
  close(): void;
}

export interface HubOptions {
  /** The gazetteer, which no test changes. */
  directory: Directory;
  systems?: readonly string[];
  fault?: Fault;
  /** Queues out of order, with some messages twice. */
  disorder?: Random;
  /** How many batches a queue's function works on at once, and how long they may be. */
  lanes?: number;
  batchSize?: number;
}

const start = '2025-07-01T12:00:00Z';

/** Sets up a hub with empty tables. */
export async function openHub(options: HubOptions): Promise<Hub> {
  const {
    directory,
    systems = ['leaks', 'repairs'],
    fault = undisturbed,
    disorder,
    lanes = 1,
    batchSize,
  } = options;
  const { serve, newTable } = directory.storage;
  const [records, quarantine, deliveries] = await Promise.all([newTable('events'), newTable(), newTable()]);
  const adapters = systems.map(adapterOf);
  const clock = makeClock(start);
  const driver = makeDriver(clock, lanes);
  const queue = (name: string, maximumReceives?: number) =>
    makeQueue(name, { disorder, batchSize, maximumReceives });
  const queueFor = (kind: string, maximumReceives?: number) =>
    new Map(adapters.map(({ manifest }) => [manifest, queue(`${kind}-${manifest.system}`, maximumReceives)]));
  const [inbound, outbound] = [queueFor('inbound'), queueFor('outbound', 500)];
  const recordQueue = queue('record');
  const bus = makeBus(recordQueue, outbound, inbound);
  const receivers = new Map(systems.map(system => [system, makeReceiver(system)]));
  const wire = makeWire(fault);
  const clients = clientsOver(wire, servicesOver(serve, bus, receivers));
  const tables = {
    directory: directory.tableName,
    records: records.tableName,
    quarantine: quarantine.tableName,
    deliveries: deliveries.tableName,
  };
  const functions = hubFunctions({ clients, tables, now: clock.now, fetch: fetchOver(wire, receivers) });
  const stream = makeOutboxStream(serve, records.tableName);
  const of = (queues: typeof inbound, { manifest }: Adapter) => queues.get(manifest) ?? recordQueue;
  for (const adapter of adapters)
    driver.work('receive', of(inbound, adapter), () => functions.receive(adapter));
  driver.work('record', recordQueue, functions.record);
  driver.read(stream, () => functions.relay(stream.giveUp));
  for (const adapter of adapters)
    driver.work('deliver', of(outbound, adapter), () => functions.deliver(adapter, of(outbound, adapter)));
  return {
    ...{ clock, bus, stream, adapters, recordQueue, receivers, records, quarantine, deliveries },
    queues: [...inbound.values(), recordQueue, ...outbound.values()],
    settle: driver.settle,
    afterlife: driver.afterlife,
    async post(system, body, contentType = 'application/json') {
      const adapter = adapterOf(system);
      const request = systemRequest(system, body, contentType);
      for (let attempt = 0; attempt < 20; attempt += 1) {
        const ended = await driver.call('receive', () => functions.receive(adapter)(request));
        const status = ended.answered && 'statusCode' in ended.answer ? ended.answer.statusCode : 503;
        if (status !== undefined && status !== 503) return status;
        clock.advance(5);
      }
      throw new Error(`${system} was never answered`);
    },
    send: (system, body, ...rest) => of(inbound, adapterOf(system)).send(body, ...rest),
    publish(events) {
      for (const event of events)
        bus.put({ Source: event.source, DetailType: event.type, Detail: JSON.stringify(event) });
    },
    close() {
      for (const client of [records.client, quarantine.client, deliveries.client, ...Object.values(clients)])
        client.destroy();
    },
  };
}

function adapterOf(system: string): Adapter {
  const adapter = adapterFor(system);
  if (adapter === undefined) throw new Error(`No system is called ${system}`);
  return adapter;
}
