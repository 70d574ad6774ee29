import type { EffectsFor } from '../effect.ts';

/** A call or a letter that brought no answer is an attempt, but only somebody at the door can be refused entry. */
export const visitEffects: EffectsFor<'visit'> = {
  'housing.visit.carried-out.v1': () => ({ access: { outcome: 'gained', inPerson: true }, total: 'visits' }),
  'housing.visit.access-attempted.v1': ({ data }) => ({
    access: {
      outcome: 'missed',
      inPerson: data.method === 'visit' && data.outcome !== 'rebooked-by-resident',
    },
    total: 'noAccess',
  }),
};
