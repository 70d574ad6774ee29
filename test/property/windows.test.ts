import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compareStamps,
  keepLatest,
  lastWriter,
  type Register,
  type Stamp,
} from '../../functions/core/record/registers.ts';
import { instantOf } from '../../schemas/reference.ts';

const stamp: fc.Arbitrary<Stamp> = fc.record({
  at: fc.integer({ min: 0, max: 5 }).map(n => instantOf(n * 1000)),
  rank: fc.nat(2),
  id: fc.uuid(),
});
const entries = fc.uniqueArray(stamp, { selector: ({ id }) => id, maxLength: 30 });
const shuffled = entries.chain(all =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
);

it('a window keeps the latest entries, whatever the order and however often each comes', () => {
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 1, max: 8 }), ([all, order], limit) => {
      const window = order.reduce<Stamp[]>((kept, entry) => keepLatest(kept, entry, limit), []);
      expect(window).toEqual([...all].sort(compareStamps).slice(-limit));
    }),
  );
});

it('the last writer wins, whatever the order', () => {
  fc.assert(
    fc.property(shuffled, ([all, order]) => {
      const written = order.reduce<Register<string> | undefined>(
        (kept, s) => lastWriter(kept, { ...s, value: s.id }),
        undefined,
      );
      expect(written?.value).toBe([...all].sort(compareStamps).at(-1)?.id);
    }),
  );
});
