import { describe, expect, it } from 'vitest';
import { flagPlacesOf } from '../../../../functions/core/flags/places.ts';
import { comingOf } from '../../../../functions/core/views/coming.ts';
import { residentsOf } from '../../../../functions/core/views/household.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import {
  type CalendarDate,
  type LocalReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrB, mrsA } from '../../../support/events.ts';
import { sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const tenancyReference = 'T-4' as LocalReference;
const tenancy = { system: 'tenancy', home: flat4, persons: [mrB] };
const household = [{ person: mrB, responsible: true }];
const started = eventOf({
  ...{ ...tenancy, type: 'housing.tenancy.started.v1', at: '2020-04-01T00:00:00Z' },
  data: { tenancyReference, tenure: 'Secure', household },
});
const endsAt = instant('2026-03-29T23:00:00Z');
const announced = (at: string) =>
  eventOf({
    ...{ ...tenancy, type: 'housing.tenancy.end-announced.v1', at },
    data: { tenancyReference, endsAt },
  });
const withdrawn = (at: string) =>
  eventOf({ ...tenancy, type: 'housing.tenancy.end-withdrawn.v1', at, data: { tenancyReference } });
const pairs = sayingsOf('do-not-visit-alone').asserts('tenancy', '2025-10-06T10:00:00Z');
const [before, then] = [instant('2026-03-29T22:59:59Z'), endsAt];

function hubThat(...events: SystemEvent[]) {
  const hub = memoryHub();
  hub.hear(events, instant('2026-03-10T12:00:00Z'));
  return hub;
}
type Hub = ReturnType<typeof hubThat>;
const residents = (hub: Hub, at: typeof before) =>
  residentsOf({ property: hub.stored(propertySubject(flat4)), predecessors: [], at }).map(one => one.person);
const coming = (hub: Hub, at = before) =>
  comingOf(Object.values(hub.record(propertySubject(flat4))?.openCases ?? {}), at).map(({ kind }) => kind);
const placesOf = (hub: Hub) => hub.stored(personSubject(mrB))?.flags['do-not-visit-alone']?.places;

describe('a tenancy that is to end', () => {
  it('ends on its day and not before, with no further message, and its people’s warnings leave', () => {
    const hub = hubThat(started, pairs, announced('2026-03-08T09:00:00Z'));
    expect(coming(hub)).toEqual(['tenancy-ends']);
    expect([residents(hub, before), residents(hub, then)]).toEqual([[mrB], []]);
    expect(hub.stored(personSubject(mrB))?.record.openCases).not.toEqual({});
    hub.tick(before);
    expect(placesOf(hub)).toEqual([flat4]);
    hub.tick(then);
    expect(placesOf(hub)).toEqual([]);
    expect(coming(hub, then)).toEqual([]);
  });

  it('does not where that was taken back, and does again where it is said again', () => {
    const back = [started, announced('2026-03-08T09:00:00Z'), withdrawn('2026-03-09T09:00:00Z')];
    expect([coming(hubThat(...back)), residents(hubThat(...back), then)]).toEqual([[], [mrB]]);
    const again = hubThat(...back.toReversed(), announced('2026-03-10T09:00:00Z'));
    expect([coming(again), residents(again, then)]).toEqual([['tenancy-ends'], []]);
  });

  it('goes on where its list still has it after that day', () => {
    const listed = { ...started, id: withdrawn(then).id, observedtime: instant('2026-04-02T02:00:00Z') };
    const hub = hubThat(started, announced('2026-03-08T09:00:00Z'), listed);
    expect(residents(hub, instant('2026-04-02T02:00:00Z'))).toEqual([mrB]);
  });

  it('ended before, where that was taken back, is in force again', () => {
    const ended = eventOf({
      ...{ ...tenancy, type: 'housing.tenancy.ended.v1', at: '2026-03-01T00:00:00Z' },
      data: { tenancyReference },
    });
    expect(residents(hubThat(started, ended), before)).toEqual([]);
    expect(residents(hubThat(started, ended, withdrawn('2026-03-02T09:00:00Z')), before)).toEqual([mrB]);
  });
});

describe('a tenancy that is to begin', () => {
  it('is shown as coming, and houses its people from its day on', () => {
    const agreed = eventOf({
      ...{ ...tenancy, type: 'housing.tenancy.start-announced.v1', at: '2026-03-08T09:00:00Z' },
      data: { tenancyReference, startsAt: endsAt, tenure: 'Secure', household },
    });
    const hub = hubThat(agreed, pairs);
    expect(coming(hub)).toEqual(['tenancy-starts']);
    expect([residents(hub, before), residents(hub, then)]).toEqual([[], [mrB]]);
    hub.tick(then);
    expect(placesOf(hub)).toEqual([flat4]);
  });
});

describe('a visit and works that are booked', () => {
  const workOrderReference = 'R-1' as LocalReference;
  const job = { system: 'repairs', home: flat4 };
  const raised = eventOf({
    ...{ ...job, type: 'housing.repair.raised.v1', at: '2026-03-01T09:00:00Z' },
    data: { workOrderReference, priority: 'high' },
  });
  const booked = eventOf({
    ...{ ...job, type: 'housing.repair.appointed.v1', at: '2026-03-02T09:00:00Z' },
    data: { workOrderReference, from: instant('2026-03-30T08:00:00Z') },
  });
  const takenOff = eventOf({
    ...{ ...job, type: 'housing.repair.rebooked.v1', at: '2026-03-03T09:00:00Z' },
    data: { workOrderReference, askedBy: 'contractor' },
  });
  const works = eventOf({
    ...{ ...job, type: 'housing.works.planned.v1', at: '2026-03-02T09:00:00Z' },
    data: {
      workOrderReference: 'W-1' as LocalReference,
      works: 'Water off',
      from: instant('2026-04-02T08:00:00Z'),
    },
  });

  it('are coming, the soonest first, until their time, and not where they were taken back', () => {
    const all = hubThat(works, booked, raised);
    expect(coming(all)).toEqual(['visit', 'works']);
    expect(coming(all, instant('2026-03-30T08:00:00Z'))).toEqual(['works']);
    expect(coming(hubThat(takenOff, booked, raised))).toEqual([]);
  });
});

describe('a flag that its own source means to end', () => {
  it.each([
    ['2026-03-30', true],
    ['2099-12-31', false],
  ])('on %s ends by the clock, on that day and not before', (endsOn, isOver) => {
    const asserted = eventOf({
      ...{ type: 'housing.flag.asserted.v1', system: 'tenancy', at: '2026-03-08T09:00:00Z', persons: [mrB] },
      data: { code: 'do-not-visit-alone', localCode: 'CV', endsOn: endsOn as CalendarDate },
    });
    const hub = hubThat(asserted);
    hub.tick(before);
    expect(hub.announcements).toHaveLength(1);
    hub.tick(then);
    expect(hub.announcements.slice(1).map(({ data }) => 'reason' in data && data.reason)).toEqual(
      isOver ? ['withdrawn'] : [],
    );
  });
});

describe('a tenancy that its list has no more', () => {
  const gone = (at: string) =>
    eventOf({
      ...{ ...tenancy, type: 'housing.tenancy.ended.v1', at, observedAt: at, inferredFrom: 'absence' },
      data: { tenancyReference },
    });
  const announcedEnd = announced('2026-03-08T09:00:00Z');

  it('is over after the end that was announced, and asked about before it', () => {
    const after = hubThat(started, announcedEnd, gone('2026-03-31T02:00:00Z'));
    expect(after.record(propertySubject(flat4))?.openCases).toEqual({});
    const early = hubThat(started, announcedEnd, gone('2026-03-09T02:00:00Z'));
    expect(residents(early, instant('2026-03-10T12:00:00Z'))).toEqual([mrB]);
    expect(coming(early, instant('2026-03-10T12:00:00Z'))).toEqual(['tenancy-ends']);
    expect(coming(early, instant('2026-03-20T12:00:00Z'))).toEqual([]);
  });

  it('tells who joins it when it ends', () => {
    const joined = eventOf({
      ...{ system: 'tenancy', home: flat4, persons: [mrsA], type: 'housing.tenancy.household-changed.v1' },
      at: '2026-03-09T09:00:00Z',
      data: { tenancyReference, change: 'joined', member: { person: mrsA, responsible: false }, endsAt },
    });
    const hub = hubThat(started, announcedEnd, joined);
    expect([residents(hub, before), residents(hub, then)]).toEqual([[mrsA, mrB].sort(), []]);
    expect(flagPlacesOf(hub.record(personSubject(mrsA)) ?? never(), before)).toEqual([flat4]);
    expect(flagPlacesOf(hub.record(personSubject(mrsA)) ?? never(), then)).toEqual([]);
  });
});

function never(): never {
  throw new Error('Nothing was heard of them');
}
