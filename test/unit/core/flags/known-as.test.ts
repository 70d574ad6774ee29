import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import {
  type LocalReference,
  type PersonReference,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrB, mrsA } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const knownAs = 'repairs:CUST-77' as PersonReference;
const code = 'do-not-visit-alone';
const now = instant('2026-06-01T09:00:00Z');

const asserted = (day: string, where: { home: typeof flat4 } | { persons: PersonReference[] }) =>
  eventOf({
    ...{ type: 'housing.flag.asserted.v1', system: 'repairs', at: `${day}T09:00:00Z`, ...where },
    data: { code, localCode: '10', knownAs },
  });
const decided = (type: 'identified' | 'parted', day: string, person = mrB) =>
  eventOf({
    ...{ type: `housing.person.${type}.v1` as const, system: 'repairs', at: `${day}T09:00:00Z` },
    ...{ home: flat4, persons: [person], data: { person, knownAs } },
  });
const tenancy = (type: 'started' | 'ended', day: string, reference: string, person = mrB) => {
  const tenancyReference = reference as LocalReference;
  const about = { system: 'tenancy', at: `${day}T00:00:00Z`, home: flat4, persons: [person] };
  return type === 'ended'
    ? eventOf({ ...about, type: 'housing.tenancy.ended.v1', data: { tenancyReference } })
    : eventOf({
        ...{ ...about, type: 'housing.tenancy.started.v1' },
        data: { tenancyReference, tenure: 'Secure', household: [{ person, responsible: true }] },
      });
};

const atHome = asserted('2026-01-10', { home: flat4 });
const onPerson = asserted('2026-01-10', { persons: [mrB] });

function shownAfter(events: readonly SystemEvent[]) {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  const on = (subject: Subject) => Object.values(hub.state(now)[subject]?.flags ?? {});
  return { home: on(propertySubject(flat4)), person: on(personSubject(mrB)) };
}

describe('a person whom only another system knows', () => {
  it('is warned of at the home at once, to be confirmed', () => {
    expect(shownAfter([atHome]).home).toMatchObject([{ code, unconfirmed: true, places: [flat4] }]);
  });

  it('is of the household that was there: not of the one that comes after', () => {
    const later = [tenancy('ended', '2026-02-01', 'T-1'), tenancy('started', '2026-02-02', 'T-2', mrsA)];
    expect(shownAfter([tenancy('started', '2025-01-01', 'T-1'), atHome]).home).toHaveLength(1);
    expect(shownAfter([tenancy('started', '2025-01-01', 'T-1'), atHome, ...later]).home).toEqual([]);
  });

  it.each([
    [
      'once identified, is warned of as who they are',
      [decided('identified', '2026-01-12')],
      { home: 0, person: 1 },
    ],
    [
      'found to be another, is nobody known again',
      [decided('identified', '2026-01-12'), decided('parted', '2026-01-13')],
      { home: 1, person: 0 },
    ],
    [
      'identified once more, is who they are again',
      [
        decided('identified', '2026-01-12'),
        decided('parted', '2026-01-13'),
        decided('identified', '2026-01-14'),
      ],
      { home: 0, person: 1 },
    ],
  ])('%s, in whatever order it is heard', (_what, decisions, counts) => {
    const events = [tenancy('started', '2025-01-01', 'T-1'), atHome, onPerson, ...decisions];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), shuffled => {
        const { home, person } = shownAfter([...shuffled, ...shuffled]);
        expect({ home: home.length, person: person.length }).toEqual(counts);
      }),
      { numRuns: 40 },
    );
  });
});
