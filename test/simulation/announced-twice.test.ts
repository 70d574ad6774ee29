import { expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import { isHubFlagEvent } from '../../functions/shell/event-message.ts';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { makeWorld } from './make-world.ts';
import { homes } from './story/town.ts';
import { listeningToLogs } from './world/logs.ts';

// What is announced at once is announced by the relay as well: whoever hears both hears it once.

it('an announcement comes over the bus twice, with one id, and each system is told of it once', () =>
  listeningToLogs(async () => {
    const hub = await makeWorld({ seed: 7, receiver: 'comparing' });
    const flat = homes.find(home => home.leaks !== undefined)?.leaks;
    hub.send('leaks', [
      { ...flat, Date: '01/03/2026', 'Leak ref': 'LFA-1', 'What happened': 'Leak reported' },
    ]);
    expect(await hub.settle()).toBe(true);
    const flags = hub.world.bus.archive
      .map(({ detail, time }) => ({ detail, at: Date.parse(time) }))
      .filter(({ detail }) => isHubFlagEvent(detail)) as { detail: HubFlagEvent; at: number }[];
    const byId = [...Map.groupBy(flags, ({ detail }) => detail.id).values()];
    expect(byId.length).toBeGreaterThan(0);
    for (const [first, second, ...others] of byId) {
      expect(others).toEqual([]);
      expect(second?.detail).toEqual(first?.detail);
      expect(second?.at).toBeGreaterThan(first?.at ?? Number.POSITIVE_INFINITY);
    }
    for (const system of systems)
      expect(
        hub.world.told.filter(one => one.system === system),
        system,
      ).toHaveLength(byId.filter(([one]) => one?.detail.data.flag.code === 'active-leak').length);
    expect(hub.world.deadLetters).toEqual([]);
  }));
