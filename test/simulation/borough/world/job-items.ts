import type { Home } from '../../../bench/support/estate.ts';
import { isoOf } from './time.ts';

function about({ repairs }: Home) {
  return { sitePropertyUnit: [{ reference: [{ id: repairs, allocatedBy: 'repairs' }] }] };
}

/** A job as HACT raises it. */
export function jobRaised(home: Home, reference: string, at: number, fields: object = {}) {
  return {
    messageType: 'RaiseRepair',
    messageId: `RR-${reference}`,
    ...about(home),
    reference: [{ id: reference, allocatedBy: 'repairs' }],
    dateRaised: isoOf(at),
    descriptionOfWork: 'Kitchen tap drips and cannot be turned off',
    priority: { priorityCode: '3' },
    workClass: { workClassCode: '10' },
    ...fields,
  };
}

/** What HACT says of a job afterwards. */
export function jobUpdate(home: Home, reference: string, at: number, fields: object) {
  return {
    messageType: 'JobStatusUpdate',
    messageId: `JSU-${reference}-${at}`,
    ...about(home),
    relatedWorkOrderReference: { id: reference },
    eventTime: isoOf(at),
    ...fields,
  };
}
