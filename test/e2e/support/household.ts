import { randomUUID } from 'node:crypto';
import { tenancyEventOf } from '../../support/tenancy-events.ts';

/** Somebody who lives somewhere, as the tenancy system tells of them. */
export interface Resident {
  person: string;
  name: string;
  uprn: string;
  /** The tenancy’s key, where it is spoken of again. */
  tenure?: string;
  /** When the tenancy began, where it matters. */
  from?: string;
}

/** The person and their tenancy. */
export function movesIn({
  person,
  name,
  uprn,
  tenure = randomUUID(),
  from = '2025-06-02',
}: Resident): object[] {
  const [firstName, surname] = name.split(' ');
  return [
    said('PersonCreatedEvent', person, { id: person, firstName, surname, personTypes: ['Tenant'] }),
    said('TenureCreatedEvent', tenure, {
      id: tenure,
      startOfTenureDate: from,
      tenureType: { code: 'SEC', description: 'Secure' },
      tenuredAsset: { id: randomUUID(), type: 'Dwelling', uprn },
      householdMembers: [{ id: person, type: 'Person', fullName: name, isResponsible: true }],
    }),
  ];
}

/** The end of the tenancy, on a day. */
export function movesOut({ person, uprn, tenure = '' }: Resident, day: string): object {
  const newData = {
    ...{ id: tenure, endOfTenureDate: day, tenuredAsset: { id: randomUUID(), uprn } },
    householdMembers: [{ id: person, isResponsible: true }],
  };
  const dateTime = `${day}T18:00:00Z`;
  return tenancyEventOf('TenureUpdatedEvent', newData, undefined, {
    id: randomUUID(),
    entityId: tenure,
    dateTime,
  });
}

const approved = { approvedBy: 'head.rst@council.example' };

/** A cautionary alert about the person, which a second person has approved in the system. */
export function alertAbout(
  { person, name, uprn }: Resident,
  code: string,
  reason: string,
  more: object = approved,
): object {
  const alert = { alertId: randomUUID(), code, reason, mmhid: person, personName: name, uprn, ...more };
  return said('CautionaryAlertCreatedEvent', person, alert);
}

/** The end of an alert, by the system that raised it. */
export function endOf(alert: object, dateTime = '2025-06-10T09:00:00Z'): object {
  return { ...alert, id: randomUUID(), eventType: 'CautionaryAlertEndedEvent', dateTime };
}

/** Somebody joins the household of a tenancy that another person holds, or leaves it. */
export function householdChanges(
  change: 'Added' | 'Removed',
  { person, name }: Resident,
  { person: holder, tenure = '', uprn }: Resident,
  dateTime: string,
): object {
  const tenant = { id: holder, type: 'Person', isResponsible: true };
  const both = [tenant, { id: person, type: 'Person', fullName: name, isResponsible: false }];
  const without = both.filter(({ id }) => id !== person);
  const [before, after] = change === 'Added' ? [without, both] : [both, without];
  const asset = { id: randomUUID(), type: 'Dwelling', uprn };
  const [type, oldData] = [
    change === 'Added' ? 'PersonAddedToTenureEvent' : 'PersonRemovedFromTenureEvent',
    { householdMembers: before },
  ];
  const newData = { householdMembers: after, tenuredAsset: asset };
  return tenancyEventOf(type, newData, oldData, { id: randomUUID(), entityId: tenure, dateTime });
}

/** A note on the person, of a category, at their home. */
export function noteAbout({ person, uprn }: Resident, category: string, description: string): object {
  return said('NoteCreatedAgainstPersonEvent', randomUUID(), {
    targetId: person,
    targetType: 'person',
    description,
    categorisation: { category },
    tenuredAsset: { id: randomUUID(), uprn },
  });
}

function said(eventType: string, entityId: string, newData: object): object {
  const dateTime = '2025-06-03T09:00:00Z';
  return tenancyEventOf(eventType, newData, undefined, { id: randomUUID(), entityId, dateTime });
}
