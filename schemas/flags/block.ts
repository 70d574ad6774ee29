import type { FlagDefinition } from './definition.ts';
import { hazard } from './hazard.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = { ...hazard, hangsOn: 'block', reviewDays: 7, maximumDays: 90 } as const;

/** What is wrong with the shared parts of a block: it shows on every home in it. */
export const blockFlags = [
  {
    ...common,
    code: 'lift-out-of-service',
    instruction: 'Lift out of service: ask who cannot use the stairs, and allow for carrying.',
    lawfulBasis: lawfulBasis.fireSafety,
  },
  {
    ...common,
    code: 'interim-fire-measures',
    severity: 'critical',
    instruction: 'Waking watch or other fire measures: sign in with the patrol; leave at any alarm.',
    reviewDays: 30,
    maximumDays: 365,
    lawfulBasis: lawfulBasis.fireSafety,
  },
  {
    ...common,
    code: 'fire-equipment-fault',
    severity: 'critical',
    instruction: 'Alarm, riser or smoke vent at fault: no hot work; keep fire doors shut and ways out clear.',
    lawfulBasis: lawfulBasis.fireSafety,
  },
  {
    ...common,
    code: 'communal-water-off',
    instruction: 'No water in the block: bring your own, and say when it is due back.',
  },
  {
    ...common,
    code: 'communal-heating-off',
    instruction:
      'No communal heating or hot water: raise no repair in a home for it; ask who needs a heater.',
  },
  {
    ...common,
    life: 'fact',
    code: 'communal-asbestos',
    instruction: 'Read the block’s asbestos register before any work in shared parts.',
    reviewDays: 365,
    maximumDays: 730,
    lawfulBasis: lawfulBasis.asbestos,
  },
  {
    ...common,
    code: 'block-structure-unsafe',
    severity: 'critical',
    instruction: 'Part of the block is not safe to stand on or under. Keep to the marked way in.',
    reviewDays: 14,
    maximumDays: 180,
  },
  {
    ...common,
    code: 'scaffold-up',
    severity: 'medium',
    instruction: 'Scaffold up: have windows within its reach locked; stay off it without a permit.',
    reviewDays: 30,
    maximumDays: 180,
  },
  {
    ...common,
    life: 'fact',
    code: 'higher-risk-building',
    severity: 'low',
    instruction:
      'Higher-risk building: ask building safety before you alter anything; report hazards at once.',
    reviewDays: 365,
    maximumDays: 730,
    lawfulBasis: lawfulBasis.buildingSafety,
  },
  {
    ...common,
    family: 'access',
    code: 'entry-system-broken',
    severity: 'medium',
    instruction: 'Entry system broken: agree how you will be let in; leave no outside door open.',
    owner: 'repairs',
    lawfulBasis: lawfulBasis.access,
  },
] as const satisfies readonly FlagDefinition[];
