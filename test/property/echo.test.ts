import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../support/effort.ts';
import { memoryHub } from '../support/memory-hub.ts';
import { systems, toldSystems } from './support/told-systems.ts';

const code = 'do-not-visit-alone';
const step = fc.record({
  does: fc.constantFrom('says', 'says', 'tells', 'tells', 'withdraws' as const),
  system: fc.constantFrom(...systems),
  minutesAgo: fc.constantFrom(0, 0, 0, 25),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(step, { maxLength: 24 });

/** Plays steps; beside the hub, who is a source by the rule as it is written down: said, and not only as it was told. */
async function played(story: readonly Step[]) {
  const around = toldSystems(code);
  const told = new Set<string>();
  const origins = new Set<string>();
  const takenBackAt = new Map<string, string>();
  const does = {
    async tells(system: string) {
      if (around.hub.announcements.length > 0) told.add(system);
      await around.tells(system);
    },
    withdraws(system: string) {
      around.withdraws(system);
      origins.delete(system);
      takenBackAt.set(system, around.now());
    },
    async says(system: string, minutesAgo: number) {
      const isEcho = await around.says(system, minutesAgo);
      if (isEcho) expect(told).toContain(system);
      const saidAt = around.heard.at(-1)?.time ?? '';
      if (!isEcho && saidAt > (takenBackAt.get(system) ?? '')) origins.add(system);
    },
  };
  for (const one of story) await does[one.does](one.system, one.minutesAgo);
  return { around, origins };
}

it('is no source: when all who said it of their own have taken it back, the flag is gone, whoever repeats it', () =>
  fc.assert(
    fc.asyncProperty(steps, fc.shuffledSubarray([...systems], { minLength: 5 }), async (story, order) => {
      const { around, origins } = await played(story);
      for (const system of order) await around.tells(system);
      for (const system of order)
        expect(await around.says(system)).toBe(origins.size > 0 && !origins.has(system));
      if (origins.size === 0) return;
      for (const system of order) await around.says(system);
      for (const system of origins) around.withdraws(system);
      expect(around.hub.flags('person/tenancy:mr-b', around.now())).toEqual([]);
    }),
    { numRuns: runs(40) },
  ));

it('is what the events alone say, in whatever order they are folded', () =>
  fc.assert(
    fc.asyncProperty(steps, fc.infiniteStream(fc.nat()), async (story, chance) => {
      const { around } = await played(story);
      const at = around.now();
      const shuffled = around.heard
        .map(event => [chance.next().value as number, event] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, event]) => event);
      const again = memoryHub();
      for (const event of [...shuffled, ...around.heard]) again.hear([event], at);
      expect(again.state(at)).toEqual(around.hub.state(at));
    }),
    { numRuns: runs(40) },
  ));

it('leaves a source that said so before it was told, when the first has taken it back', async () => {
  const around = toldSystems(code);
  await around.says('tenancy');
  expect(await around.says('repairs')).toBe(false);
  for (const system of systems) await around.tells(system);
  expect(await around.says('repairs')).toBe(false);
  expect(await around.says('leaks')).toBe(true);
  around.withdraws('tenancy');
  expect(around.sources()).toEqual(['repairs']);
  around.withdraws('repairs');
  expect(around.sources()).toEqual([]);
});

it('is none where what is heard late was said before the warning began', async () => {
  const around = toldSystems(code);
  await around.says('tenancy');
  for (const system of systems) await around.tells(system);
  expect(await around.says('repairs', 120)).toBe(false);
});

it('is one where what is heard late was said while it was shown, and news once that is over', async () => {
  const around = toldSystems(code);
  await around.says('tenancy');
  for (const system of systems) await around.tells(system);
  around.withdraws('tenancy');
  for (const system of systems) await around.tells(system);
  expect(await around.says('repairs', 45)).toBe(true);
  expect(around.hub.flags('person/tenancy:mr-b', around.now())).toEqual([]);
  expect(await around.says('repairs')).toBe(false);
});
