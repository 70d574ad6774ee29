import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesBetween } from '../../../../functions/core/record/difference.ts';
import { runs } from '../../../support/effort.ts';

describe('the difference between two values', () => {
  it('names every place, with what each has there', () => {
    const live = { totals: { leaks: 2 }, leaks: [{ at: 'a' }, { at: 'b' }], feeds: {}, gone: null };
    const rebuilt = { totals: { leaks: 3 }, leaks: [{ at: 'a' }], feeds: { repairs: 'c' } };
    expect(differencesBetween(live, rebuilt)).toEqual([
      { path: 'feeds.repairs', rebuilt: 'c' },
      { path: 'gone', live: null },
      { path: 'leaks[1]', live: { at: 'b' } },
      { path: 'totals.leaks', live: 2, rebuilt: 3 },
    ]);
  });

  it('is everything where there is nothing on the one side', () => {
    expect(differencesBetween({}, { a: { b: 1 } })).toEqual([{ path: 'a', rebuilt: { b: 1 } }]);
    expect(differencesBetween({ a: 'damaged' }, { a: { b: 1 } })).toEqual([
      { path: 'a', live: 'damaged', rebuilt: { b: 1 } },
    ]);
    expect(differencesBetween({ a: [] }, { a: {} })).toEqual([{ path: 'a', live: [], rebuilt: {} }]);
  });

  it('goes through a list in its order', () => {
    const long = Array.from({ length: 11 }, (_, index) => index);
    expect(differencesBetween([], long).map(({ path }) => path)).toEqual(long.map(index => `[${index}]`));
  });

  it('is nothing exactly when the canonical JSON of both is the same', () => {
    const few = fc.constantFrom('a', 'b');
    const json = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(0, 1, 'x', '{}', null, true),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(few, tie('value'), { maxKeys: 2 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(differencesBetween(one, other).length === 0).toBe(canonicalize(one) === canonicalize(other));
      }),
      { numRuns: runs(2_000) },
    );
  });
});
