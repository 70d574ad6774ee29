import type { SubjectRole } from '../../../../schemas/event-definition.ts';
import { type CaseEffect, type EffectsFor, known } from '../effect.ts';
import type { Fact } from '../fact.ts';

const stages = ['reported', 'contained', 'traced', 'dried', 'resolved'] as const;
type Stage = (typeof stages)[number];

function leakCase(
  reference: string,
  part: SubjectRole,
  stage?: Stage,
  facts: Record<string, Fact> = {},
): CaseEffect {
  const reached = stage === undefined ? {} : { stage: [stage, stages.indexOf(stage)] as const };
  return { kind: 'leak', reference, ...reached, facts: { part, ...facts } };
}

/** One leak is a case of the home it comes into, of the home it seems to come from, and of their block. */
export const leakEffects: EffectsFor<'leak'> = {
  'housing.leak.reported.v1': ({ data }, { role }) => ({
    case: { ...leakCase(data.leakReference, role, 'reported', known({ room: data.room })), open: true },
    leak: { leakReference: data.leakReference, part: role },
    total: 'leaks',
  }),
  'housing.leak.contained.v1': ({ data }, { role }) => ({
    case: leakCase(data.leakReference, role, 'contained'),
  }),
  'housing.leak.electrics-isolated.v1': ({ data }, { role }) => ({
    case: leakCase(data.leakReference, role, undefined, { electrics: 'isolated' }),
  }),
  'housing.leak.electrics-reinstated.v1': ({ data }, { role }) => ({
    case: leakCase(data.leakReference, role, undefined, { electrics: 'reinstated' }),
  }),
  'housing.leak.traced.v1': ({ data }, { role }) => ({
    case: leakCase(data.leakReference, role, 'traced', { cause: data.cause }),
  }),
  'housing.leak.dried.v1': ({ data }, { role }) => ({ case: leakCase(data.leakReference, role, 'dried') }),
  'housing.leak.resolved.v1': ({ data }, { role }) => ({
    case: { ...leakCase(data.leakReference, role, 'resolved', known({ cause: data.cause })), open: false },
  }),
};
