import type { Home } from '../estate.ts';
import type { Moment } from './moment.ts';

const steps = [
  { code: 'APT', eventType: 'CautionaryAlertCreatedEvent' },
  { code: 'CV', eventType: 'CautionaryAlertCreatedEvent' },
  { code: 'APT', eventType: 'CautionaryAlertEndedEvent' },
  { code: 'CV', eventType: 'CautionaryAlertEndedEvent' },
] as const;

/** The next cautionary alert of a home (adapted) or of the person who lives there (no lone visits): set, then ended. */
export function alertOf({ home, turn, at }: Moment) {
  const { code, eventType } = steps[turn % steps.length] ?? steps[0];
  const round = Math.floor(turn / steps.length);
  return {
    ...envelope(`alert-${home.uprn}-${turn}`, eventType, at),
    entityId: personKey(home),
    eventData: {
      newData: {
        alertId: `alert-${home.uprn}-${code}-${round}`,
        code,
        reason: 'Agreed at the last tenancy visit and kept on file; to be looked at again with the resident.',
        ...(code === 'CV' ? { mmhid: personKey(home) } : { assetId: home.tenancy }),
        isActive: true,
      },
    },
  };
}

/** A person, and that they are the tenant of a home. */
export function movesIn(home: Home, at: Date) {
  const person = {
    ...envelope(`person-${home.uprn}`, 'PersonCreatedEvent', at),
    entityId: personKey(home),
    eventData: { newData: { firstName: 'Robin', surname: 'Example', dateOfBirth: '1970-01-01' } },
  };
  const newData = {
    startOfTenureDate: '2019-02-01',
    tenureType: { code: 'SEC', description: 'Secure' },
    householdMembers: [{ id: personKey(home), isResponsible: true }],
    tenuredAsset: { id: home.tenancy },
  };
  const tenure = {
    ...envelope(`tenure-${home.uprn}`, 'TenureCreatedEvent', at),
    entityId: `tenure-${home.uprn}`,
    eventData: { newData },
  };
  return [person, tenure];
}

function envelope(id: string, eventType: string, at: Date) {
  const user = { name: 'Housing officer 11', email: 'housing.officer.11@council.example' };
  return { id, eventType, sourceSystem: 'TenureAPI', version: 'v1', dateTime: at.toISOString(), user };
}

function personKey({ uprn }: Home): string {
  return `person-${uprn}`;
}
