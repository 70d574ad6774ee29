import { everyService, type FlagDefinition, openToAll } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

/** What all hazards share: whoever sees one may raise it, and those who can judge that it is gone clear it. */
export const hazard = {
  family: 'property-hazard',
  life: 'state',
  severity: 'high',
  audience: openToAll,
  owner: 'surveying',
  mayRaise: everyService,
  mayClear: ['surveying', 'repairs', 'leaks', 'management'],
  secondPerson: false,
  reviewDays: 30,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.homeSafety,
} as const satisfies Partial<FlagDefinition>;
