import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextChangeOf } from '../../functions/core/flags/next-change.ts';
import { residentsOf } from '../../functions/core/views/household.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import {
  type Instant,
  type LocalReference,
  personSubject,
  propertySubject,
} from '../../schemas/reference.ts';
import { anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4, instant, mrB } from '../support/events.ts';
import { sayingsOf } from '../support/flag-sayings.ts';
import { memoryHub } from '../support/memory-hub.ts';

const day = (number: number, hour = 0) =>
  instant(new Date(Date.UTC(2026, 0, 1 + number, hour)).toISOString());
const tenancyReference = 'T-1' as LocalReference;
const tenancy = { system: 'tenancy', home: flat4, persons: [mrB] };
const household = [{ person: mrB, responsible: true }];

/** What is said of the tenancy on one day: when it begins or ends, or that it does not end after all. */
type Saying = { says: 'starts' | 'ends'; on: number } | { says: 'stays' };
const sayings = fc.array(
  fc.oneof(
    fc.record({
      says: fc.constantFrom('starts' as const, 'ends' as const),
      on: fc.integer({ min: 0, max: 40 }),
    }),
    fc.constant({ says: 'stays' as const }),
  ),
  { minLength: 1, maxLength: 10 },
);

/** As an adapter says it: what has come by the day on which it is said has happened, anything else is to come. */
function eventOn(said: number, saying: Saying): SystemEvent {
  const about = { ...tenancy, at: day(said), observedAt: day(said) };
  const data = { tenancyReference };
  if (saying.says === 'stays') return eventOf({ ...about, type: 'housing.tenancy.end-withdrawn.v1', data });
  const [then, hasCome] = [day(saying.on), saying.on <= said];
  if (saying.says === 'ends') {
    return hasCome
      ? eventOf({ ...about, at: then, type: 'housing.tenancy.ended.v1', data })
      : eventOf({ ...about, type: 'housing.tenancy.end-announced.v1', data: { ...data, endsAt: then } });
  }
  const begun = { ...data, tenure: 'Secure', household };
  return hasCome
    ? eventOf({ ...about, at: then, type: 'housing.tenancy.started.v1', data: begun })
    : eventOf({ ...about, type: 'housing.tenancy.start-announced.v1', data: { ...begun, startsAt: then } });
}

/** Whether the person lives there at a time, by the last word about the beginning and the last one about the end. */
function livesThere(said: readonly Saying[], at: Instant): boolean {
  const start = said.findLast(one => one.says === 'starts');
  const index = said.findLastIndex(one => one.says !== 'starts');
  const last = said[index];
  if (start?.says !== 'starts' || day(start.on) > at) return false;
  if (last === undefined || last.says === 'stays') return true;
  const saidAgain = said.length > index + 1;
  // A tenancy that is said to begin after its end was said goes on, or is to come again, where that end had come.
  const end = day(last.on);
  if (saidAgain && end <= day(said.length - 1)) return true;
  return at < end;
}

describe('what is said to come of a tenancy', () => {
  const cases = sayings
    .map(said => [{ says: 'starts' as const, on: 0 }, ...said])
    .chain(said =>
      fc.tuple(
        fc.constant(said),
        anyHearing([
          ...said.map((saying, index) => eventOn(index, saying)),
          sayingsOf('do-not-visit-alone').asserts('tenancy', day(0, 9)),
        ]),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 6 }),
      ),
    );

  it('takes effect by the clock, whenever and in whatever order it was heard, and taken back it does not', () => {
    fc.assert(
      fc.property(cases, ([said, hearing, days]) => {
        const hub = memoryHub();
        const [heard, ...clocks] = [said.length, ...days.map(later => said.length + later)].sort(
          (a, b) => a - b,
        );
        for (const batch of hearing) hub.hear(batch, day(heard ?? 0));
        for (const clock of clocks) {
          hub.tick(day(clock, 12));
          const expected = livesThere(said, day(clock, 12)) ? [flat4] : [];
          const home = { property: hub.stored(propertySubject(flat4)), predecessors: [], at: day(clock, 12) };
          expect(residentsOf(home).map(({ person }) => person)).toEqual(expected.map(() => mrB));
          expect(hub.stored(personSubject(mrB))?.flags['do-not-visit-alone']?.places).toEqual(expected);
        }
      }),
      { numRuns: runs(400) },
    );
  });

  it('is waited for: the record says when it next changes', () => {
    const [record] = [memoryHub()].map(hub => {
      hub.hear([eventOn(0, { says: 'starts', on: 0 }), eventOn(1, { says: 'ends', on: 21 })], day(1));
      return hub.record(propertySubject(flat4));
    });
    expect(record && nextChangeOf(record, day(1))).toBe(day(21));
  });
});
