import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { EffectsFor } from '../effect.ts';
import type { AccessAttempt } from '../subject-record.ts';

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

/**
 * A call or a letter that brought no answer is an attempt, but only somebody at the door can be refused entry. A visit that
 * was moved, by nobody knows whom or not by the resident, is no attempt that failed.
 */
export const visitEffects: EffectsFor<'visit'> = {
  'housing.visit.carried-out.v1': () => ({ access: { outcome: 'gained', inPerson: true }, total: 'visits' }),
  'housing.visit.access-attempted.v1': ({ data }) => {
    if (data.outcome === 'rebooked') return {};
    const inPerson = data.method === 'visit' && data.outcome !== 'rebooked-by-resident';
    return { access: { outcome: 'missed', inPerson, ...casesOf(data) }, total: 'noAccess' };
  },
};
