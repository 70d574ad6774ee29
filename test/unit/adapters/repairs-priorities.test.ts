import { expect, it } from 'vitest';
import { landlordPriorities } from '../../../functions/adapters/repairs/landlord-priorities.ts';
import { priorities, priorityOf } from '../../../functions/adapters/repairs/priorities.ts';

const described = (priorityCode: string, priorityDescription: string) =>
  priorityOf({ priorityCode, priorityDescription });

it.each(landlordPriorities)('the landlord’s $code $word is $means', ({ code, word, means }) => {
  expect(described(code, `${code} [${word[0]}] ${word}`)).toEqual({ ok: true, value: means });
});

it('one pair of number and word means one thing, HACT’s own words among them', () => {
  const pairs = landlordPriorities.map(({ code, word }) => `${code} ${word}`);
  expect(new Set(pairs).size).toBe(pairs.length);
  for (const { code, word, means } of landlordPriorities) {
    const ofHact = priorities[code];
    if (word === ofHact?.toUpperCase()) expect(means).toBe(ofHact);
  }
});

it('a pair that nobody configured is refused by name, with those there are', () => {
  expect(described('2', '2 [U] URGENT')).toEqual({
    ok: false,
    problems: [
      {
        path: '/priority/priorityDescription',
        message: 'The priority “2” with these words is not known',
        expected: expect.stringContaining('2 EMERGENCY'),
        received: '2',
      },
    ],
  });
});
