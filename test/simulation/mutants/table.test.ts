import { expect, it } from 'vitest';
import type { Mutant } from './mutant.ts';
import { linesAfter } from './table.ts';

const mutant = (name: string, equivalent?: string): Mutant => ({
  ...{ name, file: 'records/relay/relay.ts', find: 'a', replace: 'b', breaks: `${name} goes wrong.` },
  ...(equivalent !== undefined && { equivalent }),
});
const [lease, guard, retry] = [mutant('lease'), mutant('guard'), mutant('retry')];
const all = [lease, guard, retry, mutant('round', 'Whoever asked asks again.')];

it('renews the lines of what was tried, keeps the others, and counts what was not tried yet', () => {
  const first = linesAfter('', all, {
    hunted: [{ mutant: lease, seed: 7, invariant: 'told is kept' }, { mutant: guard }],
    most: 500,
    day: '2026-11-29',
  });
  expect(first.split('\n')).toEqual([
    '1 of 2 mutants found: half of them by seed 7, the last by seed 7. 1 more were not tried yet.',
    ...['', '| mutant | found by | breaks | day |', '| --- | --- | --- | --- |'],
    '| lease | seed 7 | told is kept | 2026-11-29 |',
    ...['', 'Not found:', '', '- guard (none of 500 seeds, 2026-11-29): guard goes wrong.'],
    ...['', 'Equivalent:', '', '- round: Whoever asked asks again.'],
  ]);
  const second = linesAfter(first, all, {
    hunted: [{ mutant: retry, seed: 3, invariant: 'nothing lost' }],
    most: 500,
    day: '2026-11-30',
  });
  expect(second.split('\n')).toEqual([
    '2 of 3 mutants found: half of them by seed 7, the last by seed 7.',
    ...['', '| mutant | found by | breaks | day |', '| --- | --- | --- | --- |'],
    '| lease | seed 7 | told is kept | 2026-11-29 |',
    '| retry | seed 3 | nothing lost | 2026-11-30 |',
    ...['', 'Not found:', '', '- guard (none of 500 seeds, 2026-11-29): guard goes wrong.'],
    ...['', 'Equivalent:', '', '- round: Whoever asked asks again.'],
  ]);
  const third = linesAfter(second, all, {
    hunted: [{ mutant: guard, seed: 12, invariant: 'nothing lost' }],
    most: 500,
    day: '2026-12-01',
  });
  expect(third).toContain('3 of 3 mutants found: half of them by seed 7, the last by seed 12.');
  expect(third).not.toContain('Not found');
});
