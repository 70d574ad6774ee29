import { type EffectsFor, known } from '../effect.ts';

export const worksEffects: EffectsFor<'works'> = {
  'housing.works.planned.v1': ({ data }) => ({
    case: {
      kind: 'works',
      reference: data.workOrderReference,
      open: true,
      facts: known({ works: data.works, from: data.from }),
    },
  }),
  'housing.works.completed.v1': ({ data }) => ({
    case: { kind: 'works', reference: data.workOrderReference, open: false },
  }),
};
