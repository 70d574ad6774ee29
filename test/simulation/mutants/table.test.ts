import { expect, it } from 'vitest';
import type { Mutant } from './mutant.ts';
import { tablesAfter } from './table.ts';

const mutant = (name: string, equivalent?: string): Mutant => ({
  ...{ name, file: 'records/relay/relay.ts', find: 'a', replace: 'b', breaks: `${name} goes wrong.` },
  ...(equivalent !== undefined && { equivalent }),
});
const [lease, guard, retry, round] = [
  mutant('lease'),
  mutant('guard'),
  mutant('retry'),
  mutant('round', 'Whoever asked asks again.'),
];
const words = new Map([['kept', 'What is told is kept.']]);

it('renews the rows of what was tried, keeps the others, and counts what was not tried yet', () => {
  const all = [lease, guard, retry, round];
  const first = {
    hunted: [{ mutant: lease, seed: 7, invariant: 'kept' }, { mutant: guard }],
    most: 500,
    day: '2026-11-29',
  };
  const before = tablesAfter('', all, first, words);
  expect(before.split('\n')).toEqual([
    '1 of 2 mutants found: half of them by seed 7, the last by seed 7. 1 more were not tried yet.',
    '',
    '| mutant | found by | because this does not hold | day |',
    '| --- | --- | --- | --- |',
    '| lease | seed 7 | What is told is kept. | 2026-11-29 |',
    '| guard | none of 500 seeds | Not found: guard goes wrong. | 2026-11-29 |',
    '',
    '| equivalent | because |',
    '| --- | --- |',
    '| round | Whoever asked asks again. |',
  ]);
  const second = {
    hunted: [
      { mutant: guard, seed: 12, invariant: 'kept' },
      { mutant: retry, seed: 3, invariant: 'kept' },
    ],
    most: 500,
    day: '2026-11-30',
  };
  expect(tablesAfter(before, all, second, words).split('\n').slice(0, 7)).toEqual([
    '3 of 3 mutants found: half of them by seed 7, the last by seed 12.',
    '',
    '| mutant | found by | because this does not hold | day |',
    '| --- | --- | --- | --- |',
    '| lease | seed 7 | What is told is kept. | 2026-11-29 |',
    '| guard | seed 12 | What is told is kept. | 2026-11-30 |',
    '| retry | seed 3 | What is told is kept. | 2026-11-30 |',
  ]);
});
