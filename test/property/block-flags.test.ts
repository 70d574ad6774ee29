import fc from 'fast-check';
import { expect, it } from 'vitest';
import { propertySubject } from '../../schemas/reference.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4, flat5, flat7, instant, larchHouse } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const code = 'lift-out-of-service';
const homes = [flat4, flat5, flat7];
const at = instant('2025-07-01T09:00:00Z');
const stories = fc.array(
  fc.record({
    says: fc.boolean(),
    system: fc.constantFrom('repairs', 'tenancy', 'leaks'),
    home: fc.constantFrom(...homes),
    isBlockKnown: fc.boolean(),
  }),
  { maxLength: 12 },
);
type Said = typeof stories extends fc.Arbitrary<(infer T)[]> ? T : never;

const eventsOf = (story: readonly Said[]) =>
  story.map(({ says, isBlockKnown, ...said }, hour) =>
    eventOf({
      type: `housing.flag.${says ? 'asserted' : 'withdrawn'}.v1` as const,
      ...{ ...said, at: `2025-06-02T${String(hour).padStart(2, '0')}:00:00Z` },
      ...(isBlockKnown && { block: larchHouse }),
      data: { code, localCode: code },
    }),
  );

/** Where it stands by what was said: each system's last word about the block, and about a home whose block was not known. */
function standsAt(story: readonly Said[]): string[] {
  const holds = new Map<string, boolean>();
  for (const { says, system, home, isBlockKnown } of story) {
    if (isBlockKnown) holds.set(`${larchHouse} ${system}`, says);
    if (!isBlockKnown || !says) holds.set(`${home} ${system}`, says);
  }
  const standing = [...holds].flatMap(([key, says]) => (says ? (key.split(' ')[0] ?? []) : []));
  return [...new Set(standing)].sort();
}

it('stands on the block by the last word of any of its systems, at whichever home, in any order', () =>
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), (story, chance) => {
      const events = eventsOf(story)
        .map(event => [chance.next().value as number, event] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, event]) => event);
      const hub = memoryHub();
      for (const event of [...events, ...events]) hub.hear([event], at);
      const shown = [...homes, larchHouse].filter(uprn => hub.flags(propertySubject(uprn), at).length > 0);
      expect(shown.toSorted()).toEqual(standsAt(story));
    }),
    { numRuns: runs(60) },
  ));
