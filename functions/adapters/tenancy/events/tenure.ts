import { eventContent } from '../../../../schemas/event-content.ts';
import type { EventDraft } from '../../contract.ts';
import { londonDate } from '../../kit/london-date.ts';
import { type Reading, read } from '../../kit/reading.ts';
import { inOrder, needed, readAs } from '../../kit/readings.ts';
import { baseOf, personOf } from '../base.ts';
import type { TenancyEventOf } from '../vendor.ts';
import type { Member } from '../vendor-parts.ts';
import { noticesServed } from './notices.ts';
import { beginning, endChanged, ending, startChanged, tenancyBase } from './tenure-dates.ts';
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

/** A tenancy began, or is to; one that has ended by the time it is announced, as in a backfill, ended too. */
export function tenureCreated(event: Created): Reading<EventDraft[]> {
  const { newData } = event.eventData;
  const tenure = needed(
    newData.tenureType.description ?? newData.tenureType.code,
    '/eventData/newData/tenureType',
    'a description or a code',
  );
  const household = householdOf(newData.householdMembers);
  const started = readAs(tenure, (kind): EventDraft[] => {
    const data = {
      tenancyReference: event.entityId,
      tenure: kind,
      tenureCode: newData.tenureType.code,
      tenureKind: tenureKindOf(newData.tenureType),
      household,
    };
    const persons = household.map(member => member.person);
    return [{ ...tenancyBase(event), persons, ...beginning(event, data) }];
  });
  const ended = newData.endOfTenureDate === undefined ? read([]) : ending(event);
  const names = namesOf(baseOf(event), newData.householdMembers);
  return inOrder<EventDraft>([started, ended, read(noticesServed(event)), read(names)]);
}

/**
 * What changed about a tenancy that concerns other teams: when it begins, that it ended or is to end, that this was taken
 * back, and notices served. A change of anything else says nothing to them, and gives no event.
 */
export function tenureUpdated(event: Updated): Reading<EventDraft[]> {
  return inOrder<EventDraft>([startChanged(event), endChanged(event), read(noticesServed(event))]);
}
