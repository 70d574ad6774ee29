import { dayOf } from '../../time/instants.ts';
import { factName } from '../case-facts.ts';
import { type CaseEffect, type EffectsFor, known } from '../effect.ts';
import type { Fact } from '../fact.ts';

const stages = [
  'received',
  'stage 1 acknowledged',
  'stage 1 extended',
  'stage 1 responded',
  'escalated',
  'stage 2 acknowledged',
  'stage 2 extended',
  'stage 2 responded',
  'ombudsman',
  'closed',
] as const;

function complaint(
  reference: string,
  stage?: (typeof stages)[number],
  facts: Record<string, Fact> = {},
): CaseEffect {
  const reached = stage === undefined ? {} : { stage: [stage, stages.indexOf(stage)] as const };
  return { kind: 'complaint', reference, ...reached, facts };
}

/** The name of the fact that says who decided a stage. */
export function decidedBy(stage: 1 | 2): string {
  return factName('decidedBy', String(stage));
}

/** A complaint is open until it is closed: an answer does not close it while a promise is outstanding (Code 6.6, 7.3). */
export const complaintEffects: EffectsFor<'complaint'> = {
  'housing.complaint.received.v1': ({ data }) => ({
    case: { ...complaint(data.complaintReference, 'received', known({ about: data.about })), open: true },
    total: 'complaints',
  }),
  'housing.complaint.acknowledged.v1': ({ data }) => ({
    case: complaint(data.complaintReference, `stage ${data.stage} acknowledged`),
  }),
  'housing.complaint.extended.v1': ({ data }) => ({
    case: complaint(data.complaintReference, `stage ${data.stage} extended`, { extendedUntil: data.until }),
  }),
  'housing.complaint.responded.v1': ({ data }) => ({
    case: complaint(data.complaintReference, `stage ${data.stage} responded`, {
      decision: data.decision,
      ...known({ [decidedBy(data.stage)]: data.decidedBy }),
    }),
  }),
  'housing.complaint.escalated.v1': ({ data }) => ({ case: complaint(data.complaintReference, 'escalated') }),
  'housing.complaint.remedy-promised.v1': ({ data }) => ({
    case: complaint(data.complaintReference, undefined, {
      [factName('promise', data.promiseReference)]: data.dueOn,
    }),
  }),
  'housing.complaint.remedy-delivered.v1': ({ data, time }) => ({
    case: complaint(data.complaintReference, undefined, {
      [factName('kept', data.promiseReference)]: dayOf(time),
    }),
  }),
  'housing.complaint.ombudsman-notified.v1': ({ data }) => ({
    case: complaint(data.complaintReference, 'ombudsman', { ombudsmanReference: data.ombudsmanReference }),
  }),
  'housing.complaint.closed.v1': ({ data }) => ({
    case: { ...complaint(data.complaintReference, 'closed'), open: false },
  }),
  'housing.complaint.dissatisfaction-expressed.v1': () => ({ total: 'contacts' }),
  'housing.complaint.entry-withdrawn.v1': () => ({}),
};
