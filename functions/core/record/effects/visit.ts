import type { EventOf } from '../../../../schemas/catalogue.ts';
import { type Effects, type EffectsFor, foundIf } from '../effect.ts';
import type { AccessAttempt } from '../subject-record.ts';

type CarriedOut = EventOf<'housing.visit.carried-out.v1'>['data'];
type Attempted = EventOf<'housing.visit.access-attempted.v1'>['data'];

/** The cases that somebody tried to get in for; none where nobody said. */
function casesOf({ workOrderReference, leakReference }: Attempted): Pick<AccessAttempt, 'for'> {
  const cases = [
    ...(workOrderReference === undefined
      ? []
      : [{ kind: 'work-order' as const, reference: workOrderReference }]),
    ...(leakReference === undefined ? [] : [{ kind: 'leak' as const, reference: leakReference }]),
  ];
  return cases.length === 0 ? {} : { for: cases };
}

/** Whoever visits for a job and says what is to be seen shows what became of it. */
function looked({ workOrderReference: reference, finding, evidence }: CarriedOut): Pick<Effects, 'case'> {
  if (reference === undefined || (finding === undefined && evidence.length === 0)) return {};
  return { case: { kind: 'work-order', reference, proof: 'given' } };
}

/**
 * A call or a letter that brought no answer is an attempt, but only somebody at the door can be refused entry. A visit that
 * was moved, by nobody knows whom or not by the resident, is no attempt that failed.
 */
export const visitEffects: EffectsFor<'visit'> = {
  'housing.visit.carried-out.v1': ({ data }) => ({
    access: { outcome: 'gained', inPerson: true },
    ...foundIf(data.finding),
    total: 'visits',
    ...looked(data),
  }),
  'housing.visit.access-attempted.v1': ({ data }) => {
    if (data.outcome === 'rebooked') return {};
    const inPerson = data.method === 'visit' && data.outcome !== 'rebooked-by-resident';
    return { access: { outcome: 'missed', inPerson, ...casesOf(data) }, total: 'noAccess' };
  },
};
