import { expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import { mostTogether } from '../../functions/intake/item/priority.ts';
import { markOf } from '../../functions/shell/priority.ts';
import { makeWorld, type SimulatedHub } from './make-world.ts';
import { homes } from './story/town.ts';
import { listeningToLogs } from './world/logs.ts';

// What is single may overtake what is bulk, which a queue of its own makes likely.

const flat = homes.find(home => home.leaks !== undefined);
const row = (number: number, what: string) => ({
  ...flat?.leaks,
  Date: `01/03/2026 08:${String(number % 60).padStart(2, '0')}`,
  'Leak ref': `LFA-${number}`,
  'What happened': what,
});
const list = Array.from({ length: mostTogether + 1 }, (_, index) => row(index + 1, 'Leak reported'));
const single = [row(1, 'Resolved')];

/** What every system shows at the end, and which of the two was on its way first. */
async function shownAfter(tell: (hub: SimulatedHub) => Promise<void>) {
  const hub = await makeWorld({ seed: 3, receiver: 'comparing' });
  await tell(hub);
  expect(await hub.settle()).toBe(true);
  expect(hub.world.deadLetters).toEqual([]);
  const ways = new Set(
    hub.world.bus.archive.flatMap(({ source, resources }) => (source.endsWith('leaks') ? resources : [])),
  );
  return {
    ways: [...ways],
    shown: systems.map(system => [system as string, [...hub.shownBy(system)].toSorted()] as const),
  };
}

it('shows the same whether single news waits for a list before it or overtakes it', () =>
  listeningToLogs(async () => {
    const inOrder = await shownAfter(async hub => {
      hub.send('leaks', list);
      await hub.settle();
      hub.send('leaks', single);
    });
    const overtaken = await shownAfter(async hub => {
      hub.send('leaks', single);
      await hub.settle();
      hub.send('leaks', list);
    });
    const [ofBulk, ofSingle] = [markOf('bulk'), markOf('single')];
    expect([inOrder.ways, overtaken.ways]).toEqual([
      [ofBulk, ofSingle],
      [ofSingle, ofBulk],
    ]);
    for (const [system, shown] of inOrder.shown) expect(shown, system).not.toEqual([]);
    expect(overtaken.shown).toEqual(inOrder.shown);
  }));
