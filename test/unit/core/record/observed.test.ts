import { describe, expect, it } from 'vitest';
import { residentsOf } from '../../../../functions/core/views/household.ts';
import type { SystemEvent, SystemEventType } from '../../../../schemas/catalogue.ts';
import { type LocalReference, personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, type Happening, instant, mrB } from '../../../support/events.ts';
import { sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const [monday, tuesday, wednesday] = ['02', '03', '04'].map(day => `2026-02-${day}T02:00:00Z`) as [
  string,
  string,
  string,
];
const home = propertySubject(flat4);
const tenancyReference = 'T-4' as LocalReference;
const complaintReference = 'C-1' as LocalReference;
const workOrderReference = 'R-1' as LocalReference;
const member = { person: mrB, responsible: true };

/** What a list of one night says: of a row that it has, with the date that the row bears; or of one that is gone. */
function listed<T extends SystemEventType>(night: string, given: Omit<Happening<T>, 'observedAt'>) {
  return eventOf({ home: flat4, ...given, observedAt: night } as Happening<T>);
}
const gone = { inferredFrom: 'absence' } as const;

const household = {
  has: (night: string) =>
    listed(night, {
      ...{ type: 'housing.tenancy.started.v1', at: '2019-04-01T00:00:00Z', system: 'tenancy' },
      persons: [mrB],
      data: { tenancyReference, tenure: 'Secure', household: [member] },
    }),
  lacks: (night: string) =>
    listed(night, {
      ...{ type: 'housing.tenancy.ended.v1', at: night, system: 'tenancy', persons: [mrB], ...gone },
      data: { tenancyReference },
    }),
};
const ended = (at: string) =>
  eventOf({
    ...{ type: 'housing.tenancy.ended.v1', at, system: 'tenancy', home: flat4, persons: [mrB] },
    data: { tenancyReference },
  });
const job = {
  has: (night: string) =>
    listed(night, {
      ...{ type: 'housing.repair.raised.v1', at: '2026-01-10T09:00:00Z', system: 'repairs' },
      data: { workOrderReference, priority: 'high' },
    }),
  lacks: (night: string) =>
    listed(night, {
      ...{ type: 'housing.repair.closed.v1', at: night, system: 'repairs', ...gone },
      data: { workOrderReference },
    }),
};
const complaint = {
  has: (night: string) => [
    listed(night, {
      ...{ type: 'housing.complaint.received.v1', at: '2026-01-05T00:00:00Z', system: 'complaints' },
      data: { complaintReference },
    }),
    listed(night, {
      ...{ type: 'housing.flag.asserted.v1', at: '2026-01-05T00:00:00Z', system: 'complaints' },
      data: { code: 'open-complaint', localCode: 'open', localReference: complaintReference },
    }),
  ],
  lacks: (night: string) => [
    listed(night, {
      ...{ type: 'housing.complaint.closed.v1', at: night, system: 'complaints', ...gone },
      data: { complaintReference },
    }),
    listed(night, {
      ...{ type: 'housing.flag.withdrawn.v1', at: night, system: 'complaints', ...gone },
      data: { code: 'open-complaint', localCode: 'open', localReference: complaintReference },
    }),
  ],
};
const pairs = sayingsOf('do-not-visit-alone').asserts('tenancy', '2025-10-06T10:00:00Z');

function hubAfter(...nights: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  const times = [monday, tuesday, wednesday];
  for (const [index, events] of nights.entries()) hub.hear(events, instant(times[index] ?? wednesday));
  return hub;
}
type Hub = ReturnType<typeof hubAfter>;
const residents = (hub: Hub, at: string) =>
  residentsOf({ property: hub.stored(home), predecessors: [], at: instant(at) }).map(({ person }) => person);
const placesOf = (hub: Hub) => hub.stored(personSubject(mrB))?.flags['do-not-visit-alone']?.places;
const jobsOf = (hub: Hub) => Object.values(hub.record(home)?.openCases ?? {}).map(one => one.reference);

describe('a tenancy that is missing from one night’s list', () => {
  it('moves nobody out, and is asked about in every system', () => {
    const hub = hubAfter([household.has(monday), pairs], [household.lacks(tuesday)]);
    expect(residents(hub, tuesday)).toEqual([mrB]);
    expect(placesOf(hub)).toEqual([flat4]);
    expect(hub.flags(home, instant(tuesday))).toEqual(['household-unconfirmed']);
    expect(hub.announcements.at(-1)?.data.flag).toMatchObject({ code: 'household-unconfirmed' });
  });

  it('is as before once it is back, whatever date its row bears', () => {
    const hub = hubAfter(
      [household.has(monday), pairs],
      [household.lacks(tuesday)],
      [household.has(wednesday)],
    );
    expect(residents(hub, '2026-06-01T00:00:00Z')).toEqual([mrB]);
    hub.tick(instant('2026-06-01T00:00:00Z'));
    expect(placesOf(hub)).toEqual([flat4]);
    expect(hub.flags(home, instant(wednesday))).toEqual([]);
  });

  it('is believed gone by the clock, when nothing was heard of it for five days', () => {
    const hub = hubAfter([household.has(monday), pairs], [household.lacks(tuesday)]);
    const [before, then] = ['2026-02-08T01:59:59Z', '2026-02-08T02:00:00Z'];
    expect([residents(hub, before), residents(hub, then)]).toEqual([[mrB], []]);
    hub.tick(instant(then));
    expect(placesOf(hub)).toEqual([]);
    expect(hub.flags(home, instant(then))).toEqual([]);
  });

  it('stands when its own system speaks of it meanwhile', () => {
    const joined = eventOf({
      ...{ type: 'housing.tenancy.access-notice-served.v1', at: '2026-02-03T10:00:00Z' },
      ...{ system: 'tenancy', home: flat4, data: { tenancyReference, notice: 'Gas' } },
    });
    const hub = hubAfter([household.has(monday)], [household.lacks(tuesday), joined]);
    expect(residents(hub, '2026-06-01T00:00:00Z')).toEqual([mrB]);
  });

  it('has ended at once where somebody says so', () => {
    const hub = hubAfter([household.has(monday), pairs], [household.lacks(tuesday), ended(tuesday)]);
    expect(residents(hub, tuesday)).toEqual([]);
    expect(placesOf(hub)).toEqual([]);
  });
});

describe('a job that is missing from one night’s list', () => {
  it('is open again the next night, and was raised once', () => {
    const hub = hubAfter([job.has(monday)], [job.lacks(tuesday)], [job.has(wednesday)]);
    expect(jobsOf(hub)).toEqual(['R-1']);
    expect(hub.record(home)?.totals.repairs).toBe(1);
    expect(hub.record(home)?.openCases['CASE#work-order#repairs#R-1']).toMatchObject({
      openedAt: '2026-01-10T09:00:00.000Z',
      stage: 'raised',
    });
  });

  it('is not, where a list had it before it was completed', () => {
    const completed = eventOf({
      ...{ type: 'housing.repair.completed.v1', at: '2026-02-03T12:00:00Z', system: 'repairs', home: flat4 },
      data: { workOrderReference, evidence: [] },
    });
    expect(jobsOf(hubAfter([job.has(monday)], [completed], [job.lacks(wednesday)]))).toEqual([]);
    expect(jobsOf(hubAfter([completed], [job.has(monday)]))).toEqual([]);
  });
});

describe('a complaint that is missing from one night’s list', () => {
  it('takes its flag along, saying that this was inferred, and brings it back as old as it was', () => {
    const hub = hubAfter(complaint.has(monday), complaint.lacks(tuesday), complaint.has(wednesday));
    expect(
      hub.announcements.map(({ type, data }) => [type, 'reason' in data ? data.reason : data.flag.since]),
    ).toEqual([
      ['housing.flag.raised.v1', '2026-01-05T00:00:00.000Z'],
      ['housing.flag.cleared.v1', 'no-longer-listed'],
      ['housing.flag.raised.v1', '2026-01-05T00:00:00.000Z'],
    ]);
  });

  it('is withdrawn where the system said so before', () => {
    const withdrawn = sayingsOf('open-complaint', 'home').withdraws('complaints', monday, 'C-1');
    const hub = hubAfter(complaint.has(monday), [withdrawn], complaint.lacks(tuesday));
    expect(hub.announcements.at(-1)?.data).toMatchObject({ reason: 'withdrawn' });
  });
});
