import { describe, expect, it } from 'vitest';
import {
  compareStamps,
  firstWriter,
  isBefore,
  keepLatest,
  lastWriter,
} from '../../../../functions/core/record/registers.ts';
import { instant } from '../../../support/events.ts';

const stamp = (at: string, rank: number, id: string) => ({ at: instant(at), rank, id });
const early = '2026-01-01T09:00:00Z';
const late = '2026-01-02T09:00:00Z';

describe('the order of happenings', () => {
  it.each([
    ['an earlier instant', stamp(early, 9, 'z'), stamp(late, 0, 'a')],
    ['at one instant a lower rank', stamp(early, 0, 'z'), stamp(early, 1, 'a')],
    ['of one rank the id', stamp(early, 0, 'a'), stamp(early, 0, 'b')],
  ])('%s comes first', (_what, a, b) => {
    expect(compareStamps(a, b)).toBeLessThan(0);
    expect(compareStamps(b, a)).toBeGreaterThan(0);
    expect([isBefore(a, b), isBefore(b, a)]).toEqual([true, false]);
  });

  it('has nothing before itself', () => {
    const one = stamp(early, 0, 'a');
    expect(compareStamps(one, { ...one })).toBe(0);
    expect(isBefore(one, { ...one })).toBe(false);
  });
});

describe('a register', () => {
  const [first, last] = [
    { ...stamp(early, 0, 'a'), value: 'first' },
    { ...stamp(late, 0, 'b'), value: 'last' },
  ];

  it('keeps the first or the last writing, whichever is heard first', () => {
    expect([lastWriter(undefined, first), lastWriter(first, last), lastWriter(last, first)]).toEqual([
      first,
      last,
      last,
    ]);
    expect([firstWriter(undefined, last), firstWriter(first, last), firstWriter(last, first)]).toEqual([
      last,
      first,
      first,
    ]);
  });
});

describe('a window', () => {
  const [a, b, c] = [stamp(early, 0, 'a'), stamp(early, 0, 'b'), stamp(late, 0, 'c')];

  it('keeps the latest in the order in which they happened, and each once', () => {
    expect(keepLatest([b, c], a, 3)).toEqual([a, b, c]);
    expect(keepLatest([b, c], a, 2)).toEqual([b, c]);
    expect(keepLatest([a, b], c, 2)).toEqual([b, c]);
    expect(keepLatest([a, b], b, 3)).toEqual([a, b]);
  });
});
