import type { EventDraft, Problem } from '../../functions/adapters/contract.ts';
import { adapter } from '../../functions/adapters/repairs/adapter.ts';
import { translate } from '../../functions/intake/item/translate.ts';

/** A RaiseRepair that is complete, with the fields given. */
export function raiseRepairOf(fields: object = {}) {
  return {
    messageType: 'RaiseRepair',
    reference: [{ id: 'R-88120', allocatedBy: 'Repairs' }],
    dateRaised: '2025-06-02T09:05:00',
    descriptionOfWork: 'Water through the kitchen ceiling',
    priority: { priorityCode: '1' },
    workClass: { workClassCode: '10' },
    sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
    ...fields,
  };
}

/** A JobStatusUpdate that is complete but for its kind, with the fields given. */
export function statusUpdateOf(fields: object) {
  return {
    messageType: 'JobStatusUpdate',
    relatedWorkOrderReference: { id: 'R-88120' },
    sitePropertyUnit: [{ reference: [{ id: '00047107' }] }],
    eventTime: '2025-06-05T10:00:00',
    ...fields,
  };
}

/** A WorkOrderComplete with the updates given. */
export function workOrderCompleteOf(jobStatusUpdates: object[], fields: object = {}) {
  return {
    messageType: 'WorkOrderComplete',
    workOrderReference: { id: 'R-88120' },
    sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
    jobStatusUpdates: jobStatusUpdates.map(update => ({ eventTime: '2025-09-18T17:00:00', ...update })),
    ...fields,
  };
}

/** The events of a message that has to be accepted. */
export function repairsSays(message: unknown): EventDraft[] {
  const result = translate({ row: 1, item: message }, adapter);
  if (!('drafts' in result)) throw new Error(JSON.stringify(result.problems));
  return result.drafts;
}

/** The problems of a message that has to be refused. */
export function repairsRefuses(message: unknown): Problem[] {
  const result = translate({ row: 1, item: message }, adapter);
  if ('drafts' in result) throw new Error(`accepted: ${JSON.stringify(result.drafts)}`);
  return result.problems ?? [];
}
