import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft, HappenedAt } from '../../contract.ts';
import { londonDate } from '../../kit/london-date.ts';
import { type Reading, read, unread } from '../../kit/reading.ts';
import { inOrder, needed, readAs } from '../../kit/readings.ts';
import { baseOf, homeOf, personOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';
import type { Member } from '../vendor-parts.ts';
import { noticesServed } from './notices.ts';
import { tenureKindOf } from './tenure-kind.ts';

type Created = TenancyEventOf<'TenureCreatedEvent'>;
type Updated = TenancyEventOf<'TenureUpdatedEvent'>;

/** The names that a tenure gives of its members: kept where a person's particulars are kept, and nowhere else. */
export function namesOf(
  about: Pick<EventDraft, 'happened' | 'vendorEventId' | 'vendorCorrelationId'>,
  members: readonly Member[],
): EventDraft[] {
  return members.flatMap(({ id, fullName, dateOfBirth }) => {
    if (fullName === undefined) return [];
    const person = personOf(id);
    const born = dateOfBirth && londonDate(dateOfBirth.at);
    const details = { person, name: fullName, dateOfBirth: born };
    return [{ ...about, persons: [person], ...eventContent('housing.person.details-recorded.v1', details) }];
  });
}

/** A household in the shared language: who is in it, and who holds the tenancy. */
export function householdOf(members: readonly Member[]) {
  return members.map(({ id, isResponsible }) => ({ person: personOf(id), responsible: isResponsible }));
}

/** A tenancy began; one that has ended by the time it is announced, as in a backfill, ended too. An end to come is none. */
export function tenureCreated(event: Created): Reading<EventDraft[]> {
  const { newData } = event.eventData;
  const tenure = needed(
    newData.tenureType.description ?? newData.tenureType.code,
    '/eventData/newData/tenureType',
    'a description or a code',
  );
  const household = householdOf(newData.householdMembers);
  const started = readAs(tenure, (kind): EventDraft[] => [
    {
      ...tenancyBase(event),
      happened: newData.startOfTenureDate,
      persons: household.map(member => member.person),
      ...eventContent('housing.tenancy.started.v1', {
        tenancyReference: event.entityId,
        tenure: kind,
        tenureCode: newData.tenureType.code,
        tenureKind: tenureKindOf(newData.tenureType),
        household,
      }),
    },
  ]);
  const ends = newData.endOfTenureDate;
  const ended = ends !== undefined && ends.at <= event.dateTime.at ? tenureEnded(event, ends) : read([]);
  const names = namesOf(baseOf(event), newData.householdMembers);
  return inOrder<EventDraft>([started, ended, read(noticesServed(event)), read(names)]);
}

/**
 * What changed about a tenancy that concerns other teams: that it ended, and notices served. A change of anything else
 * says nothing to them, and gives no event.
 */
export function tenureUpdated(event: Updated): Reading<EventDraft[]> {
  const ends = event.eventData.newData.endOfTenureDate;
  const unchanged = ends?.at === event.eventData.oldData?.endOfTenureDate?.at;
  const ended = ends === undefined || unchanged ? read([]) : tenureEnded(event, ends);
  return inOrder<EventDraft>([ended, read(noticesServed(event))]);
}

/** Beginnings and ends bear dates of their own: what the system says of them counts as of the day on which it says so. */
function tenancyBase(event: Created | Updated) {
  const home = homeOf(event.eventData.newData.tenuredAsset, event.entityId);
  return { ...baseOf(event), observedAt: event.dateTime.at, home };
}

/** The end of a tenancy moves flags at once, so an end that is still to come is refused until it has come. */
function tenureEnded(event: Updated | Created, ends: HappenedAt): Reading<EventDraft[]> {
  const at = '/eventData/newData';
  if (ends.at > event.dateTime.at) {
    return unread({
      path: `${at}/endOfTenureDate`,
      message: 'The tenancy has not ended yet: the hub acts on an end at once',
      expected: 'the end of a tenancy on or after the day that it ends',
    });
  }
  const members = needed(
    event.eventData.newData.householdMembers,
    `${at}/householdMembers`,
    'everybody whose home this was',
  );
  return readAs(members, household => [
    {
      ...tenancyBase(event),
      happened: ends,
      persons: household.map(({ id }) => personOf(id)),
      ...eventContent('housing.tenancy.ended.v1', { tenancyReference: event.entityId }),
    },
  ]);
}
