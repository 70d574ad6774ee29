import { expect, it } from 'vitest';
import { findingOf } from '../../../../functions/core/rules/finding.ts';
import { instant } from '../../../support/events.ts';

const happening = (id: string, at: string) => ({ id, at: instant(at), rank: 0 });

it('is nothing where nothing happened', () => {
  expect(findingOf([])).toBeUndefined();
});

it('is as old as the first happening and as new as the last, whatever order they come in', () => {
  const [first, second, third] = [
    happening('c', '2026-01-01T09:00:00Z'),
    happening('a', '2026-01-02T09:00:00Z'),
    happening('b', '2026-01-03T09:00:00Z'),
  ] as const;
  expect(findingOf([third, first, second])).toEqual({
    since: first.at,
    latest: third.at,
    events: ['c', 'a', 'b'],
  });
});

it('has one happening as its beginning and its end', () => {
  const only = happening('a', '2026-01-01T09:00:00Z');
  expect(findingOf([only])).toEqual({ since: only.at, latest: only.at, events: ['a'] });
});

it('names what happened at one instant in the same order every time', () => {
  const at = '2026-01-01T09:00:00Z';
  const [one, other] = [happening('a', at), happening('b', at)];
  expect(findingOf([other, one])?.events).toEqual(['a', 'b']);
  expect(findingOf([one, other])?.events).toEqual(['a', 'b']);
});
