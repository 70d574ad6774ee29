import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runs } from '../support/effort.ts';
import { invariants } from './invariants/all.ts';
import { runSeed } from './run/run-seed.ts';
import { kinds } from './weather/kinds.ts';
import { listeningToLogs } from './world/logs.ts';

/** Seeds that failed once, by what was wrong then. */
const failedOnce: Record<string, number> = JSON.parse(
  readFileSync(new URL('seeds.json', import.meta.url), 'utf8'),
);

it('the same seed is the same trace', () =>
  listeningToLogs(async () => {
    for (let seed = 1; seed <= runs(1); seed += 1) {
      const [first, again] = [await runSeed({ seed }), await runSeed({ seed })];
      expect(again.digest).toBe(first.digest);
    }
  }));

it.each(Object.entries(failedOnce))('%s: no more (seed %i)', (_what, seed) =>
  listeningToLogs(async () => {
    expect((await runSeed({ seed })).breaches).toEqual([]);
  }),
);

const seedsATest = runs(50);
const firsts = Array.from({ length: 10 }, (_, index) => 1_000 + index * seedsATest);

it('has at least 24 kinds of fault and 20 invariants', () => {
  expect(kinds.length).toBeGreaterThanOrEqual(24);
  expect(invariants.length).toBeGreaterThanOrEqual(20);
});

it.each(firsts)(`whatever goes wrong, everything holds (${seedsATest} seeds from %i)`, first =>
  listeningToLogs(async () => {
    for (let seed = first; seed < first + seedsATest; seed += 1) {
      const { breaches } = await runSeed({ seed });
      expect(breaches, `npm run simulate -- --seed ${seed} --show`).toEqual([]);
    }
  }),
);
