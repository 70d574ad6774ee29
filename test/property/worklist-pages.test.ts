import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOf } from '../../functions/core/worklists/page.ts';
import { isListed, worklistSchema } from '../../functions/core/worklists/worklist.ts';
import { flagStateSchema } from '../../schemas/flag-life.ts';
import { type Flag, flagDefinitions } from '../../schemas/flags.ts';
import { type PersonReference, personSubject } from '../../schemas/reference.ts';
import type { Team } from '../../schemas/teams.ts';
import { runs } from '../support/effort.ts';
import { instant } from '../support/events.ts';
import { flagOf } from '../support/flags.ts';

const at = instant('2025-08-15T12:00:00Z');
const people = Array.from({ length: 12 }, (_, index) =>
  personSubject(`tenancy:p-${index}` as PersonReference),
);
const codes = flagDefinitions.filter(({ hangsOn }) => hangsOn === 'person').map(({ code }) => code);
const anyFlag = fc
  .record({
    ...{ on: fc.constantFrom(...people), code: fc.constantFrom(...codes) },
    ...{ state: fc.constantFrom(...flagStateSchema.options), placed: fc.boolean() },
  })
  .map(({ on, code, state, placed }) => flagOf(code, { on, state, ...(!placed && { places: [] }) }));
/** More than a list of so few flags can have. */
const mostPages = 200;
/** What the index has at one time: each subject in its place, its flags by id. */
const anyIndex = fc
  .uniqueArray(anyFlag, { selector: ({ id }) => id, minLength: 15, maxLength: 60 })
  .map(flags => flags.toSorted((a, b) => (`${a.on} ${a.id}` < `${b.on} ${b.id}` ? -1 : 1)));

async function* from(flags: readonly Flag[], after: string | undefined) {
  const known = after === undefined ? '' : `person/${after.split('~')[2]?.replace('.3a', ':')}`;
  yield* flags.filter(({ on }) => on >= known);
}

test('whatever changes between pages, and whoever reads, nothing is lost, nothing is twice, and no cursor tells', async () => {
  const anyone = fc.constantFrom<Team>('management', 'data-protection', 'tenancy-enforcement', 'repairs');
  const anyList = fc.constantFrom(...worklistSchema.options);
  const indexes = fc.array(anyIndex, { minLength: 1, maxLength: 4 });
  const limits = fc.integer({ min: 1, max: 3 });
  const paged = fc.asyncProperty(indexes, anyone, anyList, limits, async (times, team, list, limit) => {
    const viewer = { teams: [team] };
    const found: string[] = [];
    let after: string | undefined;
    let time = 0;
    do {
      const flags = times[Math.min(time, times.length - 1)] ?? [];
      const wanted = { viewer, list, isOwned: () => true, at, after, limit, partOf: () => 'all' };
      const page = await pageOf(from(flags, after), wanted);
      found.push(...page.flags.map(({ id }) => id));
      after = page.next && 'after' in page.next ? page.next.after : undefined;
      const named = flags.find(({ id }) => id === after);
      if (after !== undefined) expect(named && isListed(viewer, list, named, at)).toBe(true);
      time += 1;
    } while (after !== undefined && time <= mostPages);
    expect(after).toBeUndefined();
    const [first = [], ...later] = times.slice(0, time);
    const isOn = (flag: Flag | undefined) => flag !== undefined && isListed(viewer, list, flag, at);
    const stayed = first.filter(
      flag => isOn(flag) && later.every(flags => isOn(flags.find(({ id }) => id === flag.id))),
    );
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(stayed.map(({ id }) => id)));
  });
  await fc.assert(paged, { numRuns: runs(300) });
});
