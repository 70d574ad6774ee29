import { type FlagDefinition, instructionForAll, openToAll } from './definition.ts';

/** Getting in: the record that a landlord needs before it can say that it tried. */
export const accessFlags = [
  {
    code: 'access-missed',
    family: 'access',
    hangsOn: 'property',
    severity: 'high',
    instruction: 'A visit that is still needed got no access. Agree a time with resident services.',
    audience: openToAll,
    reviewDays: 30,
    derived: true,
  },
  {
    code: 'misses-appointments',
    family: 'access',
    hangsOn: 'person',
    severity: 'medium',
    instruction: 'Confirm the day before and on the way; record every attempt.',
    audience: instructionForAll,
    reviewDays: 180,
  },
] as const satisfies readonly FlagDefinition[];
