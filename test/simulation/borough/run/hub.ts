import { adapters } from '../../../../functions/adapters/registry.ts';
import type { Machine } from '../../../../functions/shell/machine.ts';
import { deliveriesTable } from '../../../../functions/shell/tables/deliveries/table.ts';
import { directoryTable } from '../../../../functions/shell/tables/directory/table.ts';
import { filesTable } from '../../../../functions/shell/tables/files/table.ts';
import { keysTable } from '../../../../functions/shell/tables/keys/table.ts';
import { quarantineTable } from '../../../../functions/shell/tables/quarantine/table.ts';
import { recordsTable } from '../../../../functions/shell/tables/records/table.ts';
import { instantOf } from '../../../../schemas/reference.ts';
import { makeBus } from '../../../attack/support/bus.ts';
import type { Serve } from '../../../attack/support/sdk.ts';
import { makeRandom } from '../../../bench/support/random.ts';
import { importInto } from '../../../integration/support/larch-house.ts';
import { makeMemoryDynamoDb } from '../../dynamodb/memory-dynamodb.ts';
import type { Outage } from '../world/act.ts';
import { makeClock } from './clock.ts';
import { makeDriver } from './driver.ts';
import { functionsFor, queueNames, tables } from './functions.ts';
import { makeQueue } from './queue.ts';
import { makeReceiver } from './receiver.ts';
import { clientsIn } from './services.ts';

const declarations = {
  [tables.DIRECTORY_TABLE]: directoryTable,
  [tables.RECORDS_TABLE]: recordsTable,
  [tables.QUARANTINE_TABLE]: quarantineTable,
  [tables.DELIVERIES_TABLE]: deliveriesTable,
  [tables.FILES_TABLE]: filesTable,
  [tables.KEYS_TABLE]: keysTable,
};
const systems = adapters.map(({ manifest }) => manifest.system);

/** The real functions on tables in memory, and the systems around them, on one clock that stands until it is advanced. */
export type Hub = Awaited<ReturnType<typeof openHub>>;

/** Opens a hub that knows the homes of an extract and has heard nothing. */
export async function openHub(extract: string, begins: number, outages: readonly Outage[]) {
  const clock = makeClock(begins);
  const memory = makeMemoryDynamoDb({ now: clock.now });
  for (const [name, declaration] of Object.entries(declarations)) memory.createTable(name, declaration);
  const dynamodb: Serve = (operation, body) => Promise.resolve(memory.serve(operation, body));
  const queue = (name: string) => [name, makeQueue(name, clock.now)] as const;
  const record = makeQueue('record', clock.now);
  const queues = new Map(
    systems.flatMap(one => [queue(queueNames.inbound(one)), queue(queueNames.outbound(one))]),
  );
  queues.set(...queue('dead-letters'));
  const receivers = new Map(systems.map(system => [system as string, makeReceiver(system, clock.now)]));
  const queuesOf = (kind: 'inbound' | 'outbound') =>
    new Map(
      adapters.map(
        ({ manifest }) => [manifest, queues.get(queueNames[kind](manifest.system)) ?? record] as const,
      ),
    );
  const bus = makeBus(record, queuesOf('outbound'), queuesOf('inbound'));
  const clients = clientsIn({ dynamodb, bus, queues, receivers });
  const isOut = (system: string) =>
    outages.some(one => one.system === system && one.from <= clock.now() && clock.now() < one.to);
  const machine: Machine = {
    ...machineOn(clock.now),
    fetch(url, init) {
      const [system = ''] = new URL(String(url)).hostname.split('.');
      if (isOut(system)) return Promise.resolve(new Response(null, { status: 503 }));
      receivers.get(system)?.take(String(init?.body));
      return Promise.resolve(new Response(null, { status: 204 }));
    },
  };
  const functions = functionsFor(systems, { ...machine, ...clients });
  const client = clients.documentClient();
  await importInto({ client, tableName: tables.DIRECTORY_TABLE, pause: () => Promise.resolve() }, extract);
  const driver = makeDriver({ clock, functions, record, queues, memory });
  return { ...{ clock, machine, clients, functions, receivers, queues }, ...driver };
}

/** Time is the clock's, chance the same in every run, and nobody waits. */
function machineOn(now: () => number): Omit<Machine, 'fetch'> {
  const random = makeRandom(1);
  let ids = 0;
  return {
    now: () => instantOf(now()),
    elapsed: now,
    newId() {
      ids += 1;
      return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
    randomBytes: count => Uint8Array.from({ length: count }, () => random.below(256)),
    random: () => random.below(1_000_000) / 1_000_000,
    sleep: () => Promise.resolve(),
    timeLimit: () => new AbortController().signal,
    addressesOf: () => Promise.resolve(['203.0.113.10']),
  };
}
