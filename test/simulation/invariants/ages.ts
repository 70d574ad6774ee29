import { flagDefinition } from '../../../schemas/flags.ts';
import { each, type Invariant } from './invariant.ts';

const hour = 3_600_000;

export const agesAsItShould: Invariant = {
  name: 'ages as it should',
  says: 'Once its review is due a flag says so, and no state or fact is off because of a date.',
  breaches: ({ hub, flags }) =>
    each(flags, ({ id, code, state, reviewDue }) => {
      if (state === 'suspended' && flagDefinition(code).life !== 'marker') return `${id} is suspended`;
      // A day of London begins up to an hour before that of Greenwich.
      const isDue = reviewDue !== undefined && Date.parse(reviewDue) + hour <= hub.now;
      return isDue && state === 'active'
        ? `${id} was due for review on ${reviewDue} and is ${state}`
        : undefined;
    }),
};
