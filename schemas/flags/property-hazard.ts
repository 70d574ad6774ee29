import type { FlagDefinition } from './definition.ts';
import { hazard } from './hazard.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = { ...hazard, hangsOn: 'property' } as const;
/** A rule raises it from an open hazard; whoever sees one where no case is kept says so too. */
const alsoByRule = { derived: true } as const;

/** What is dangerous in a home, whoever lives there. */
export const propertyHazardFlags = [
  {
    ...common,
    life: 'fact',
    code: 'asbestos',
    instruction: 'Read the asbestos register before any drilling or stripping.',
    reviewDays: 365,
    maximumDays: 730,
    lawfulBasis: lawfulBasis.asbestos,
  },
  {
    ...common,
    code: 'electrics-isolated',
    severity: 'critical',
    instruction: 'Electrics are switched off for safety. Do not switch on; bring lighting.',
    reviewDays: 7,
    maximumDays: 90,
  },
  {
    ...common,
    code: 'gas-isolated',
    severity: 'critical',
    instruction: 'Gas is capped for safety. Do not reconnect; check for heating and hot water.',
    reviewDays: 7,
    maximumDays: 90,
  },
  {
    ...common,
    code: 'heating-off',
    instruction:
      'No heating or hot water: check that the heaters left here work, and say when it is due back.',
    reviewDays: 7,
    maximumDays: 90,
  },
  {
    ...common,
    code: 'alarm-not-working',
    severity: 'critical',
    instruction: 'Smoke or carbon monoxide alarm not working: fit or report one before you leave.',
    reviewDays: 7,
    maximumDays: 90,
  },
  {
    ...common,
    code: 'structure-unsafe',
    severity: 'critical',
    instruction: 'Part of this home is not safe to stand on or under. Ask surveying before you go in.',
    reviewDays: 14,
    maximumDays: 180,
  },
  {
    ...common,
    ...alsoByRule,
    code: 'emergency-hazard',
    severity: 'critical',
    instruction: 'An emergency hazard is open here: make it safe before you leave, or ring surveying now.',
    reviewDays: 7,
    maximumDays: 90,
  },
  {
    ...common,
    ...alsoByRule,
    code: 'significant-hazard',
    severity: 'critical',
    instruction:
      'A significant hazard is open here: photograph what you see and tell surveying the same day.',
    reviewDays: 14,
    maximumDays: 180,
  },
  {
    ...common,
    ...alsoByRule,
    code: 'damp-and-mould',
    instruction: 'Damp and mould reported: photograph it and record a finding on every visit.',
  },
] as const satisfies readonly FlagDefinition[];
