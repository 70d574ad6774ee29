import { expect, it } from 'vitest';
import { hunt, makeBrokenAnyway } from './hunt.ts';
import { mutants } from './mutants.ts';
import { makeSeeker } from './seekers.ts';

/** One of a sort each, soon found: all are tried by `npm run simulate:mutants`. */
const sample = [
  'record written over any version',
  'receipt before sending',
  'rows not read',
  'first subject alone',
  'last to arrive wins',
];
const seeds = 8;

it('the simulation finds what is broken on purpose', async () => {
  const seeker = makeSeeker();
  try {
    const brokenAnyway = makeBrokenAnyway(seeker);
    for (const mutant of mutants.filter(({ name }) => sample.includes(name)))
      expect((await hunt(mutant, { to: seeds }, seeker, brokenAnyway)).seed, mutant.name).toBeDefined();
  } finally {
    seeker.end();
  }
});
