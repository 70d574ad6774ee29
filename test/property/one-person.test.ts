import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { personSubject } from '../../schemas/reference.ts';
import { anyEvent, anyHearing, anyIdentity, identity } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { instant, mrB, mrsA } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');
const people = [mrB, mrsA].map(personSubject);
const after = '2025-06-30T12:00:00.000Z';
const isIdentity = ({ type }: SystemEvent) => /person\.(merged|separated)/.test(type);
const isDecision = ({ source }: SystemEvent) => source.endsWith(':officers');

function heard(batches: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  return hub;
}

/** What is announced of the two people, by flag, without the versions. */
function shown(hub: ReturnType<typeof memoryHub>) {
  const all = people.map(subject =>
    Object.values(hub.stored(subject)?.flags ?? {})
      .map(({ version: _version, changedAt: _changedAt, because: _because, ...flag }) => flag)
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
  return all;
}

/** Events of the two people, some of which say that they are one or two, heard in some order. */
const stories = (last: boolean) =>
  fc
    .uniqueArray(fc.oneof({ weight: 4, arbitrary: anyEvent }, { weight: 1, arbitrary: anyIdentity }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 25,
    })
    .map(events => events.filter(event => event.entryid === undefined))
    .chain(events => fc.tuple(fc.constant(events), anyHearing([...events, identity(after, last)])));

describe('two keys of one man', () => {
  it('parted, are each what it would be had nobody taken them for one', () => {
    fc.assert(
      fc.property(stories(false), ([events, hearing]) => {
        const alone = heard([events.filter(event => !isIdentity(event))]);
        expect(shown(heard(hearing))).toEqual(shown(alone));
      }),
      { numRuns: runs(300) },
    );
  });

  it('merged, show once whatever is said under either, wherever either lives', () => {
    fc.assert(
      fc.property(stories(true), ([events, hearing]) => {
        const said = events.filter(event => !isIdentity(event) && !isDecision(event));
        const alone = shown(heard([said]));
        const [one = [], other] = shown(
          heard([hearing.flat().filter(event => !isDecision(event) || isIdentity(event))]),
        );
        expect(other).toEqual([]);
        const codes = new Set(alone.flat().map(({ code }) => code));
        expect(new Set(one.map(({ code }) => code))).toEqual(codes);
        for (const flag of one) {
          expect(flag.on).toBe(people[0]);
          const same = alone.flat().filter(({ code }) => code === flag.code);
          expect(flag.sources).toEqual([...new Set(same.flatMap(({ sources }) => sources))].sort());
          expect(flag.since).toBe(same.map(({ since }) => since).sort()[0]);
          for (const { places } of same) expect(flag.places).toEqual(expect.arrayContaining(places));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('are one person to every system in the end, in whatever order it was heard', () => {
    fc.assert(
      fc.property(stories(true), ([events, hearing]) => {
        expect(shown(heard(hearing))).toEqual(shown(heard([[...events, identity(after, true)]])));
      }),
      { numRuns: runs(200) },
    );
  });
});
