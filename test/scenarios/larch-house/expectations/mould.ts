import assert from 'node:assert/strict';
import type { Expectation } from '../../expectation.ts';
import { everywhere } from '../checks.ts';
import { flat } from '../places.ts';

/** The mould that came of the leak: who said so first, and what it was found to be. */
export const mould: readonly Expectation[] = [
  {
    by: '2025-10-29T10:20+00:00',
    says: 'A call about the complaint mentions mould: every system shows it on flat 4 at once',
    check: look => everywhere(look, 'damp-and-mould', flat(4)),
  },
  {
    by: '2025-11-03T09:05+00:00',
    says: 'The leaks team had seen it the day before: the mould counts from 28 October on',
    async check(look) {
      await everywhere(look, 'damp-and-mould', flat(4));
      const flags = await look.officer('leaks-officer').flags(flat(4));
      const since = flags.find(({ code }) => code === 'damp-and-mould')?.since;
      assert.equal(since, '2025-10-28T07:50:00.000Z', `the mould counts from ${since}`);
    },
  },
  {
    by: '2025-11-07T13:10+00:00',
    says: 'The surveyor found a significant hazard: every system shows it, and the mould still',
    async check(look) {
      await everywhere(look, 'significant-hazard', flat(4));
      await everywhere(look, 'damp-and-mould', flat(4));
    },
  },
];
