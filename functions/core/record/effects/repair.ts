import type { EventOf } from '../../../../schemas/catalogue.ts';
import { type CaseEffect, type EffectsFor, foundIf, known } from '../effect.ts';
import type { Fact } from '../fact.ts';

const stages = [
  'raised',
  'appointed',
  'no-access',
  'attended',
  'follow-on-required',
  'closed',
  'completed',
  'cancelled',
] as const;

function workOrder(
  reference: string,
  stage: (typeof stages)[number],
  facts: Record<string, Fact> = {},
): CaseEffect {
  return { kind: 'work-order', reference, stage: [stage, stages.indexOf(stage)], facts };
}

type Completed = EventOf<'housing.repair.completed.v1'>['data'];

/** Whether anything shows that the work was done: who did it, a picture or a paper, or that the resident says so. */
function isShown({ operative, evidence, residentConfirmed }: Completed): boolean {
  return operative !== undefined || evidence.length > 0 || residentConfirmed === true;
}

function proofIf(isGiven: boolean): Pick<CaseEffect, 'proof'> {
  return isGiven ? { proof: 'given' } : {};
}

/** A work order is open from the day it was raised at this home until it was completed, cancelled or otherwise closed. */
export const repairEffects: EffectsFor<'repair'> = {
  'housing.repair.raised.v1': ({ data }) => ({
    case: {
      ...workOrder(
        data.workOrderReference,
        'raised',
        known({
          priority: data.priority,
          trade: data.trade,
          contractor: data.contractor,
          requiredBy: data.requiredBy,
          reportedAt: data.reportedAt,
          awaabsLaw: data.awaabsLaw,
        }),
      ),
      open: true,
    },
    total: 'repairs',
  }),
  'housing.repair.appointed.v1': ({ data }) => ({
    case: workOrder(data.workOrderReference, 'appointed', { appointment: data.from }),
  }),
  'housing.repair.rebooked.v1': ({ data }) => ({
    // Without another day there is no appointment any more.
    case: workOrder(data.workOrderReference, 'appointed', {
      appointment: data.from ?? null,
      rebookedBy: data.askedBy,
    }),
  }),
  'housing.repair.attended.v1': ({ data }) => ({
    case: {
      ...workOrder(data.workOrderReference, 'attended', { outcome: data.outcome }),
      ...proofIf(data.attendedBy !== undefined),
    },
    access: { outcome: 'gained', inPerson: true },
    ...foundIf(data.finding),
    total: 'visits',
  }),
  'housing.repair.no-access-recorded.v1': ({ data }) => ({
    case: workOrder(data.workOrderReference, 'no-access'),
    access: {
      outcome: 'missed',
      inPerson: data.inPerson,
      for: [{ kind: 'work-order', reference: data.workOrderReference }],
    },
    total: 'noAccess',
  }),
  'housing.repair.follow-on-required.v1': ({ data }) => ({
    case: workOrder(
      data.workOrderReference,
      'follow-on-required',
      known({ followOnEmergency: data.emergency }),
    ),
  }),
  'housing.repair.completed.v1': ({ data }) => ({
    case: {
      ...workOrder(data.workOrderReference, 'completed', { evidence: data.evidence.length }),
      open: false,
      proof: isShown(data) ? 'given' : 'owed',
    },
    // Whoever completed a job was in the home.
    access: { outcome: 'gained', inPerson: true },
  }),
  'housing.repair.cancelled.v1': ({ data }) => ({
    // It is not said to be done: there is nothing to show.
    case: { ...workOrder(data.workOrderReference, 'cancelled'), open: false, proof: 'given' },
  }),
  'housing.repair.closed.v1': ({ data }) => ({
    case: { ...workOrder(data.workOrderReference, 'closed'), open: false },
  }),
  'housing.repair.note-added.v1': ({ data: { workOrderReference: reference, evidence = [] } }) =>
    evidence.length === 0 ? {} : { case: { kind: 'work-order', reference, proof: 'given' } },
};
