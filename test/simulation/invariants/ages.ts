import { flagsOf } from '../../../functions/core/flags/derive.ts';
import { flagDefinition } from '../../../schemas/flags.ts';
import { instantOf } from '../../../schemas/reference.ts';
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

/** The clock strikes every five minutes, and may be out by seconds. */
const struckSince = 10 * 60_000;

export const standsAsTimeHasIt: Invariant = {
  name: 'stands as time has it',
  says: 'The flags of each record are those that follow from it now, whatever of it time alone brought.',
  breaches: ({ hub, records }) =>
    each(records, ({ pk, sk, record, flags }) => {
      if (sk !== 'RECORD') return undefined;
      const text = (all: Readonly<Record<string, { state: string }>>) =>
        Object.entries(all)
          .map(([key, { state }]) => `${key} ${state}`)
          .sort()
          .join(', ');
      const meant = [0, struckSince].map(ago => text(flagsOf(record, instantOf(hub.now - ago))));
      return meant.includes(text(flags ?? {}))
        ? undefined
        : `${pk} has ${text(flags ?? {})}, and from its record follows ${meant[0]}`;
    }),
};
