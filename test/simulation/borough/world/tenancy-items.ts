import { isoOf } from './time.ts';

/** An event in the tenancy system's own envelope. */
export function tenancyEvent(
  eventType: string,
  entityId: string,
  at: number,
  newData: object,
  oldData?: object,
) {
  return {
    id: `${eventType}-${entityId}-${at}`,
    eventType,
    sourceDomain: eventType.startsWith('Tenure') ? 'Tenure' : 'CautionaryAlert',
    sourceSystem: 'HousingAPI',
    version: 'v1',
    dateTime: isoOf(at),
    user: { email: 'housing.officer.11@council.example' },
    entityId,
    eventData: { ...(oldData && { oldData }), newData },
  };
}

type AlertStep = 'Created' | 'Updated' | 'Ended';

/** A cautionary alert about a person. */
export function alertOnPerson(
  step: AlertStep,
  alert: { alertId: string; code: string; mmhid: string; assetId?: string },
  at: number,
) {
  const newData = { ...alert, reason: 'Agreed at the last visit and kept on file.', approvedBy: 'A lead' };
  return tenancyEvent(`CautionaryAlert${step}Event`, alert.mmhid, at, newData);
}

/** A cautionary alert about a home, or about its tenancy. */
export function alertAtHome(
  step: AlertStep,
  alert: { alertId: string; code: string; assetId: string; tenureId?: string },
  at: number,
) {
  return tenancyEvent(`CautionaryAlert${step}Event`, alert.alertId, at, alert);
}
