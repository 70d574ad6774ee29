import { type FlagDefinition, instructionForAll, knowWhy, openToAll } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = { family: 'access', owner: 'resident-services', lawfulBasis: lawfulBasis.access } as const;

/** Getting in: the record that a landlord needs before it can say that it tried. */
export const accessFlags = [
  {
    ...common,
    life: 'state',
    code: 'access-missed',
    hangsOn: 'property',
    severity: 'high',
    instruction: 'A visit that is still needed got no access. Agree a time with resident services.',
    audience: openToAll,
    mayRaise: [],
    mayClear: ['resident-services', 'management'],
    secondPerson: false,
    reviewDays: 30,
    maximumDays: 365,
    derived: true,
  },
  {
    ...common,
    life: 'marker',
    code: 'misses-appointments',
    hangsOn: 'person',
    severity: 'medium',
    instruction: 'Confirm the day before and on the way; record every attempt.',
    audience: instructionForAll,
    mayRaise: knowWhy,
    mayClear: knowWhy,
    secondPerson: true,
    reviewDays: 180,
    maximumDays: 365,
  },
] as const satisfies readonly FlagDefinition[];
