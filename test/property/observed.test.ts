import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId } from '../../functions/core/envelope/derived-id.ts';
import { tenanciesAt } from '../../functions/core/record/tenancies.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, personSubject, propertySubject } from '../../schemas/reference.ts';
import { anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4, instant, mrB } from '../support/events.ts';
import { lindqvist, sayingsOf } from '../support/flag-sayings.ts';
import { memoryHub } from '../support/memory-hub.ts';

const workOrderReference = 'R-1' as LocalReference;
const tenancyReference = 'T-1' as LocalReference;
const nightOf = (night: number) => new Date(Date.UTC(2026, 1, 1 + night, 2)).toISOString();
const repairs = { system: 'repairs', home: flat4 } as const;
const tenancy = { system: 'tenancy', home: flat4, persons: [mrB] };

/** What comes of a list of one night that has a job and a household, or has lost them. */
function told(night: number, isThere: boolean): SystemEvent[] {
  const observedAt = nightOf(night);
  if (isThere) {
    const data = { tenancyReference, tenure: 'Secure', household: [{ person: mrB, responsible: true }] };
    const at = '2019-04-01T00:00:00Z';
    return [
      eventOf({
        ...{ ...repairs, type: 'housing.repair.raised.v1', at: '2026-01-10T09:00:00Z', observedAt },
        data: { workOrderReference, priority: 'high' },
      }),
      eventOf({ ...tenancy, type: 'housing.tenancy.started.v1', at, observedAt, data }),
    ];
  }
  const gone = { at: observedAt, observedAt, inferredFrom: 'absence' } as const;
  return [
    eventOf({ ...repairs, ...gone, type: 'housing.repair.closed.v1', data: { workOrderReference } }),
    eventOf({ ...tenancy, ...gone, type: 'housing.tenancy.ended.v1', data: { tenancyReference } }),
  ];
}

/** The events of successive lists: only a difference from the last one says anything. */
function eventsOf(nights: readonly boolean[]): SystemEvent[] {
  return nights.flatMap((isThere, night) => (isThere === nights[night - 1] ? [] : told(night, isThere)));
}

/** A job is open or not; a missing household stays while it is asked about, and is gone when nobody answered. */
function expectAsLastSaid(hub: ReturnType<typeof memoryHub>, nights: readonly boolean[]): void {
  const isThere = nights.at(-1) === true;
  const missing = nights.length - nights.findLastIndex(Boolean) - 1;
  const [home, person] = [hub.record(propertySubject(flat4)), hub.record(personSubject(mrB))];
  if (home === undefined || person === undefined) throw new Error('Neither list said anything');
  const jobs = Object.values(home.openCases).filter(({ kind }) => kind === 'work-order');
  expect(jobs.map(({ openedAt }) => openedAt)).toEqual(isThere ? ['2026-01-10T09:00:00.000Z'] : []);
  expect(home.totals.repairs).toBe(1);
  const tenancies = (night: number) =>
    [home, person].map(record => tenanciesAt(record, instant(nightOf(night))).length);
  const asked = missing <= 5 ? 1 : 0;
  expect(tenancies(nights.length - 1)).toEqual([asked, asked]);
  expect(tenancies(nights.length + 100)).toEqual(isThere ? [1, 1] : [0, 0]);
}

describe('what nightly lists have or have not', () => {
  const lists = fc
    .array(fc.boolean(), { minLength: 1, maxLength: 12 })
    .map(later => [true, ...later])
    .chain(nights => fc.tuple(fc.constant(nights), anyHearing(eventsOf(nights))));

  it('is as the last of them says, in whatever order they are heard, and however often', () => {
    fc.assert(
      fc.property(lists, ([nights, hearing]) => {
        const hub = memoryHub();
        for (const batch of hearing) hub.hear(batch, instant(nightOf(nights.length)));
        expectAsLastSaid(hub, nights);
        const plain = memoryHub();
        plain.hear(eventsOf(nights), instant(nightOf(nights.length)));
        const at = instant(nightOf(nights.length));
        expect(canonicalize(hub.state(at))).toBe(canonicalize(plain.state(at)));
      }),
      { numRuns: runs(300) },
    );
  });
});

/** A night of a list of alerts: the warning is there, or not, or the list did not come; and its system, or an officer, may end it. */
type Night = 'there' | 'gone' | 'no list' | 'withdrawn' | 'cleared';

describe('a warning that nightly lists have or have not', () => {
  const code = 'do-not-visit-alone';
  const { asserts, withdraws, clears } = sayingsOf(code);
  const said = (night: number, more: object): SystemEvent => {
    const at = nightOf(night * 30);
    return { ...asserts('tenancy', at), id: derivedId(at, more), observedtime: instant(at), ...more };
  };
  const eventOfNight = (is: Night, night: number, listed: boolean): SystemEvent[] => {
    const at = nightOf(night * 30);
    if (is === 'withdrawn') return [withdraws('tenancy', at)];
    if (is === 'cleared') return [clears(lindqvist, at)];
    if (is === 'there') return [said(night, listed ? { inferredfrom: 'presence' } : {})];
    if (is === 'no list' || !listed) return [];
    const gone = { inferredfrom: 'absence', type: 'housing.flag.withdrawn.v1' };
    return [
      {
        ...withdraws('tenancy', at),
        id: derivedId(at, gone),
        observedtime: instant(at),
        ...gone,
      } as SystemEvent,
    ];
  };

  /** What the lists say, and since when the warning was last there without having been ended: nothing where it is over. */
  function lived(nights: readonly Night[]) {
    let [listed, last, events]: [boolean, number | undefined, SystemEvent[]] = [false, undefined, []];
    for (const [night, is] of nights.entries()) {
      events = [...events, ...eventOfNight(is, night, listed)];
      if (is === 'there' && (!listed || last !== undefined)) last = night;
      if (is !== 'there' && is !== 'no list') last = undefined;
      if (is === 'there' || is === 'gone') listed = is === 'there';
    }
    return { events, last };
  }

  const nights = fc
    .array(fc.constantFrom<Night>('there', 'there', 'there', 'gone', 'no list', 'withdrawn', 'cleared'), {
      maxLength: 30,
    })
    .chain(all => fc.tuple(fc.constant(all), anyHearing(lived(all).events)));

  it('stands from the last night that had it, ends when it is ended, and comes back only with a row that was gone', () => {
    fc.assert(
      fc.property(nights, ([all, hearing]) => {
        const { last } = lived(all);
        const hub = memoryHub();
        const lastNight = nightOf(all.length * 30);
        for (const batch of hearing) hub.hear(batch, instant(lastNight));
        const days = last === undefined ? undefined : (all.length - last) * 30;
        const state = hub.stored(personSubject(mrB))?.flags[code]?.state;
        expect(state === undefined ? undefined : state === 'suspended').toBe(days && days >= 365);
      }),
      { numRuns: runs(300) },
    );
  });
});
