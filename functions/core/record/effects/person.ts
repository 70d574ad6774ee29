import type { EffectsFor } from '../effect.ts';

export const personEffects: EffectsFor<'person'> = {
  'housing.person.details-recorded.v1': ({ data: { name, dateOfBirth } }) => ({
    details: { name, dateOfBirth },
  }),
};
