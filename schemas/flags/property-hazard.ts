import { everyService, type FlagDefinition, openToAll } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'property-hazard',
  hangsOn: 'property',
  severity: 'high',
  audience: openToAll,
  owner: 'surveying',
  mayRaise: everyService,
  mayClear: ['surveying', 'repairs', 'management'],
  secondPerson: false,
  reviewDays: 365,
  maximumDays: 730,
  lawfulBasis: lawfulBasis.homeSafety,
} as const;

/** What is wrong with, or special about, the building itself. */
export const propertyHazardFlags = [
  {
    ...common,
    code: 'asbestos',
    instruction: 'Read the asbestos register before any drilling or stripping.',
  },
  {
    ...common,
    code: 'electrics-isolated',
    severity: 'critical',
    instruction: 'Electrics are switched off for safety. Do not switch on; bring lighting.',
    reviewDays: 7,
  },
  {
    ...common,
    code: 'damp-and-mould',
    instruction: 'Damp and mould reported: photograph it and record a finding on every visit.',
    reviewDays: 30,
  },
  {
    ...common,
    code: 'under-warranty',
    severity: 'low',
    instruction: 'Check the warranty before ordering work.',
  },
  {
    ...common,
    code: 'heritage-listed',
    severity: 'medium',
    instruction: 'Listed or heritage building: get consent before altering it.',
  },
  {
    ...common,
    code: 'sewage-not-mains',
    severity: 'medium',
    instruction: 'Drainage is not to the mains: use the right contractor.',
  },
  {
    ...common,
    code: 'gender-of-operative-here',
    severity: 'medium',
    instruction: 'Ask which operative is welcome here before you book.',
  },
  {
    ...common,
    code: 'adapted-property',
    severity: 'medium',
    instruction: 'Adapted home: do not remove adaptations.',
  },
  {
    ...common,
    code: 'void-property',
    severity: 'low',
    instruction: 'Empty home: collect keys from voids.',
    reviewDays: 60,
  },
  {
    ...common,
    code: 'location-contact-for-details',
    severity: 'low',
    instruction: 'Contact the team that raised this for details of the place.',
  },
  {
    ...common,
    code: 'location-see-record',
    severity: 'low',
    instruction: 'See the record of the team that raised this for details of the place.',
  },
] as const satisfies readonly FlagDefinition[];
