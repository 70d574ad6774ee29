import { type ContentOf, type DataOf, eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { type Reading, read } from '../../kit/reading.ts';
import { needed, readAs } from '../../kit/readings.ts';
import { baseOf, homeOf, personOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';

type Created = TenancyEventOf<'TenureCreatedEvent'>;
type Updated = TenancyEventOf<'TenureUpdatedEvent'>;

/** Beginnings and ends bear dates of their own: what the system says of them counts as of the day on which it says so. */
export function tenancyBase(event: Created | Updated) {
  const home = homeOf(event.eventData.newData.tenuredAsset, event.entityId);
  return { ...baseOf(event), observedAt: event.dateTime.at, home };
}

/**
 * That a tenancy began, or that it is to, which takes effect on its day. One that does not say when has begun by the time at
 * which it is told.
 */
export function beginning({ dateTime, eventData }: Created, data: DataOf<'housing.tenancy.started.v1'>) {
  const happened = eventData.newData.startOfTenureDate ?? dateTime;
  if (happened.at <= dateTime.at) return { happened, ...eventContent('housing.tenancy.started.v1', data) };
  const coming = { ...data, startsAt: happened.at };
  return { happened: dateTime, ...eventContent('housing.tenancy.start-announced.v1', coming) };
}

/** When a tenancy begins, where an update says it anew. */
export function startChanged(event: Updated): Reading<EventDraft[]> {
  const { newData, oldData } = event.eventData;
  const starts = newData.startOfTenureDate;
  if (starts === undefined || starts.at === oldData?.startOfTenureDate?.at) return read([]);
  const data = { tenancyReference: event.entityId, startsAt: starts.at };
  const content = eventContent('housing.tenancy.start-announced.v1', data);
  return forHousehold(event, { happened: event.dateTime, ...content });
}

/** What an update says of a tenancy's end, where that is not what was said before. */
export function endChanged(event: Updated): Reading<EventDraft[]> {
  const { newData, oldData } = event.eventData;
  return newData.endOfTenureDate?.at === oldData?.endOfTenureDate?.at ? read([]) : ending(event);
}

/** That a tenancy ended; that it is to, which takes effect on its day; or, with no end any more, that this was taken back. */
export function ending(event: Updated | Created): Reading<EventDraft[]> {
  const { entityId: tenancyReference, dateTime: said, eventData } = event;
  const ends = eventData.newData.endOfTenureDate;
  if (ends === undefined) {
    const content = eventContent('housing.tenancy.end-withdrawn.v1', { tenancyReference });
    return forHousehold(event, { happened: said, ...content });
  }
  if (ends.at <= said.at) {
    const content = eventContent('housing.tenancy.ended.v1', { tenancyReference });
    return forHousehold(event, { happened: ends, ...content });
  }
  const content = eventContent('housing.tenancy.end-announced.v1', { tenancyReference, endsAt: ends.at });
  return forHousehold(event, { happened: said, ...content });
}

type Said = Pick<EventDraft, 'happened'> &
  ContentOf<`housing.tenancy.${'start-announced' | 'end-announced' | 'end-withdrawn' | 'ended'}.v1`>;

/** It concerns everybody of the household. Where an update does not say who that is, it has not changed. */
function forHousehold(event: Updated | Created, said: Said): Reading<EventDraft[]> {
  const { eventData } = event;
  const before = 'oldData' in eventData ? eventData.oldData?.householdMembers : undefined;
  const members = needed(
    eventData.newData.householdMembers ?? before,
    '/eventData/newData/householdMembers',
    'everybody whose home this is or was',
  );
  return readAs(members, household => {
    const persons = household.map(({ id }) => personOf(id));
    return [{ ...tenancyBase(event), persons, ...said } as EventDraft];
  });
}
