import { adapters } from '../../../functions/adapters/registry.ts';
import { withEchoes } from '../../../functions/intake/item/echoes.ts';
import { makeDeliveries } from '../../../functions/shell/tables/deliveries/deliveries-store.ts';
import { deliveriesTable } from '../../../functions/shell/tables/deliveries/table.ts';
import { makeReadTold } from '../../../functions/shell/tables/deliveries/told-reader.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import { clientsOver } from '../../attack/support/sdk.ts';
import { makeWire, undisturbed } from '../../attack/support/wire.ts';
import { makeMemoryDynamoDb } from '../../simulation/dynamodb/memory-dynamodb.ts';
import { eventOf, flat4, instant, mrB } from '../../support/events.ts';
import { memoryHub } from '../../support/memory-hub.ts';

export const systems = adapters.map(({ manifest: { system } }) => system);
const lease = { token: 'x', until: instant('2030-01-01T00:00:00Z') };

/** Five systems that say a flag in the words of their lists, and are told of it when their turn comes. */
export function toldSystems(code: FlagCode, on: 'person' | 'home' = 'person') {
  let minute = 0;
  const at = () => new Date(Date.UTC(2026, 0, 5) + minute * 60_000).toISOString();
  const memory = makeMemoryDynamoDb({ now: () => Date.parse(at()) });
  memory.createTable('Deliveries', deliveriesTable);
  const none = () => Promise.resolve({ status: 500 });
  const client = clientsOver(makeWire(undisturbed), {
    ...{ sqs: none, eventbridge: none, secretsmanager: none },
    dynamodb: (operation, body) => Promise.resolve(memory.serve(operation, body)),
  }).documents;
  const table = { client, tableName: 'Deliveries', pause: () => Promise.resolve() };
  const hub = memoryHub();
  const heard: SystemEvent[] = [];
  const where = on === 'person' ? { persons: [mrB] } : { home: flat4 };
  const adapterOf = (system: string) => {
    const adapter = adapters.find(one => one.manifest.system === system);
    if (adapter === undefined) throw new Error(`There is no system ${system}`);
    return adapter;
  };
  const hear = (event: SystemEvent) => {
    heard.push(event);
    hub.hear([event], instant(at()));
    return event;
  };
  const happening = (system: string, localCode: string, minutesAgo: number) => ({
    ...where,
    system,
    at: new Date(Date.parse(at()) - minutesAgo * 60_000).toISOString(),
    heardAt: at(),
    data: { code, localCode },
    vendorEventId: `${minute}`,
  });
  return {
    ...{ hub, heard },
    now: () => instant(at()),
    /** A system says it, so many minutes after it happened. @returns whether the hub took it for an echo. */
    async says(system: string, minutesAgo = 0): Promise<boolean> {
      minute += 10;
      const adapter = adapterOf(system);
      const word = adapter.wordFor?.(code, on === 'person' ? 'person' : 'home') ?? code;
      const event = eventOf({ type: 'housing.flag.asserted.v1', ...happening(system, word, minutesAgo) });
      const taken = [{ row: 1, drafts: [{ mayEcho: true } as never], events: [event] }];
      const told = makeReadTold(table, adapter.manifest.system);
      const [marked] = await withEchoes(taken, { adapter, told, homes: () => ({ found: 'none' }) });
      return hear(marked?.events[0] ?? event).echoof !== undefined;
    },
    /** A system takes back what it said. */
    withdraws(system: string): void {
      minute += 10;
      hear(eventOf({ type: 'housing.flag.withdrawn.v1', ...happening(system, 'X', 0) }));
    },
    /** The latest announcement reaches a system. */
    async tells(system: string): Promise<void> {
      minute += 10;
      const latest = hub.announcements.at(-1);
      if (latest === undefined) return;
      const { flag } = latest.data;
      const state = latest.type === 'housing.flag.cleared.v1' ? 'cleared' : 'in-force';
      const deliveries = makeDeliveries({ ...table, system: adapterOf(system).manifest.system });
      const held = { ...lease, version: flag.version, state } as const;
      if ((await deliveries.begin(flag, held, instant(at()))).kind !== 'begun') return;
      const shown = state === 'in-force' ? { heardFrom: flag.sources, since: flag.since } : {};
      const sent = { ...{ version: flag.version, eventId: latest.id, sentAt: instant(at()) }, ...shown };
      await deliveries.finish(flag, held, { ...sent, state: held.state }, true);
    },
    /** Who says so now, by the word of the hub. */
    sources: (): string[] =>
      hub.announcements.at(-1)?.type === 'housing.flag.cleared.v1'
        ? []
        : (hub.announcements.at(-1)?.data.flag.sources ?? []),
  };
}
