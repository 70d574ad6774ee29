import { everyService, type FlagDefinition, instructionForAll, knowWhy } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

/** What all flags about somebody's needs share: anybody who learns of one may raise it, and nobody has to approve it. */
export const need = {
  family: 'adjustment',
  life: 'marker',
  hangsOn: 'person',
  severity: 'medium',
  audience: instructionForAll,
  owner: 'resident-services',
  mayRaise: everyService,
  mayClear: knowWhy,
  secondPerson: false,
  reviewDays: 365,
  maximumDays: 730,
  lawfulBasis: lawfulBasis.adjustment,
  agreements: ['consent', 'best-interest'],
} as const satisfies Partial<FlagDefinition>;
