import { type EffectsFor, known } from '../effect.ts';

/** It does nothing by itself: what it corrects counts no more. */
export const propertyEffects: EffectsFor<'property'> = { 'housing.property.unmatched.v1': () => ({}) };

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
