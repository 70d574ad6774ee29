import { randomUUID } from 'node:crypto';
import { tenancyEventOf } from '../../support/tenancy-events.ts';

/** Somebody who lives somewhere, as the tenancy system tells of them. */
export interface Resident {
  person: string;
  name: string;
  uprn: string;
}

/** The person and their tenancy. */
export function movesIn({ person, name, uprn }: Resident): object[] {
  const [firstName, surname] = name.split(' ');
  const tenure = randomUUID();
  return [
    said('PersonCreatedEvent', person, { id: person, firstName, surname, personTypes: ['Tenant'] }),
    said('TenureCreatedEvent', tenure, {
      id: tenure,
      startOfTenureDate: '2025-06-02',
      tenureType: { code: 'SEC', description: 'Secure' },
      tenuredAsset: { id: randomUUID(), type: 'Dwelling', uprn },
      householdMembers: [{ id: person, type: 'Person', fullName: name, isResponsible: true }],
    }),
  ];
}

/** A cautionary alert about the person. */
export function alertAbout({ person, name, uprn }: Resident, code: string, reason: string): object {
  const alert = { alertId: randomUUID(), code, reason, mmhid: person, personName: name, uprn };
  return said('CautionaryAlertCreatedEvent', person, alert);
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
