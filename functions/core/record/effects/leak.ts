import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { Touched } from '../../../../schemas/event-definition.ts';
import { otherHomeFacts } from '../case-facts.ts';
import { type CaseEffect, type EffectsFor, known, type OccurrenceEffect } from '../effect.ts';
import type { Fact } from '../fact.ts';

const stages = ['reported', 'contained', 'traced', 'dried', 'resolved'] as const;
type Stage = (typeof stages)[number];

interface Leak {
  leakReference: string;
  subjects: readonly Touched[];
}

function leakCase(
  { leakReference: reference, subjects }: Leak,
  { subject, role: part }: Touched,
  stage?: Stage,
  facts: Record<string, Fact> = {},
): CaseEffect {
  const reached = stage === undefined ? {} : { stage: [stage, stages.indexOf(stage)] as const };
  return {
    kind: 'leak',
    reference,
    ...reached,
    facts: { part, ...otherHomeFacts(subjects, subject), ...facts },
  };
}

type Noted = EventOf<'housing.leak.noted.v1'>['data'];

const does: Readonly<Record<Noted['step'], OccurrenceEffect['does']>> = {
  reported: 'opens',
  contained: 'advances',
  'electrics-isolated': 'advances',
  'electrics-reinstated': 'advances',
  traced: 'advances',
  dried: 'advances',
  resolved: 'ends',
};
const electrics: Partial<Record<Noted['step'], string>> = {
  'electrics-isolated': 'isolated',
  'electrics-reinstated': 'reinstated',
};

/**
 * A leak without a reference is an occurrence: of the home that it comes into, also for the home that it seems to come from
 * and for their block. Electrics are no stage of the water.
 */
function leakOccurrence(
  { step, leakReference: names, subjects, room, cause }: Noted,
  { subject, role }: Touched,
): OccurrenceEffect {
  const home = subjects.find(touched => touched.role === 'home')?.subject ?? subject;
  return {
    kind: 'leak',
    of: home,
    does: does[step],
    stage: [step, Math.max(0, (stages as readonly string[]).indexOf(step))],
    ...(names === undefined ? {} : { names }),
    facts: known({ part: role, room, cause, electrics: electrics[step] }),
  };
}

/** One leak is a case of the home it comes into, of the home it seems to come from, and of their block. */
export const leakEffects: EffectsFor<'leak'> = {
  'housing.leak.reported.v1': ({ data }, touched) => ({
    case: { ...leakCase(data, touched, 'reported', known({ room: data.room })), open: true },
    leak: { leakReference: data.leakReference, part: touched.role },
    total: 'leaks',
  }),
  'housing.leak.contained.v1': ({ data }, touched) => ({
    case: leakCase(data, touched, 'contained'),
  }),
  'housing.leak.electrics-isolated.v1': ({ data }, touched) => ({
    case: leakCase(data, touched, undefined, { electrics: 'isolated' }),
  }),
  'housing.leak.electrics-reinstated.v1': ({ data }, touched) => ({
    case: leakCase(data, touched, undefined, { electrics: 'reinstated' }),
  }),
  'housing.leak.traced.v1': ({ data }, touched) => ({
    case: leakCase(data, touched, 'traced', { cause: data.cause }),
  }),
  'housing.leak.dried.v1': ({ data }, touched) => ({ case: leakCase(data, touched, 'dried') }),
  'housing.leak.resolved.v1': ({ data }, touched) => ({
    case: { ...leakCase(data, touched, 'resolved', known({ cause: data.cause })), open: false },
  }),
  'housing.leak.noted.v1': ({ data }, touched) => {
    if (touched.role !== 'home' && data.step in electrics) return {};
    const occurrence = leakOccurrence(data, touched);
    return data.step === 'reported' ? { occurrence, total: 'leaks' } : { occurrence };
  },
};
