import { type FlagDefinition, openToAll } from './definition.ts';
import { hazard } from './hazard.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'leak',
  life: 'state',
  hangsOn: 'property',
  audience: openToAll,
  owner: 'leaks',
  mayRaise: [],
  mayClear: ['leaks', 'management'],
  secondPerson: false,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.homeSafety,
  derived: true,
} as const;

/** Water: where it comes in and where it seems to come from. */
export const leakFlags = [
  {
    ...common,
    code: 'active-leak',
    severity: 'critical',
    instruction: 'A leak here is not resolved. Check for water near electrics; record what you find.',
    reviewDays: 7,
  },
  {
    ...common,
    code: 'recurrent-leak',
    severity: 'high',
    instruction: 'Leaks keep coming from this home. Do not close a visit without tracing the cause.',
    reviewDays: 90,
  },
  {
    ...hazard,
    family: 'leak',
    hangsOn: 'property',
    code: 'water-isolated',
    severity: 'critical',
    instruction:
      'Water is shut off here to stop a leak. Do not turn on; check that they have water to drink.',
    owner: 'leaks',
    reviewDays: 7,
    maximumDays: 90,
  },
] as const satisfies readonly FlagDefinition[];
