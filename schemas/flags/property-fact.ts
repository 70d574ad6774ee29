import { everyService, type FlagDefinition } from './definition.ts';
import { hazard } from './hazard.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  ...hazard,
  life: 'fact',
  hangsOn: 'property',
  severity: 'medium',
  reviewDays: 365,
  maximumDays: 730,
  lawfulBasis: lawfulBasis.buildingFacts,
} as const;

const keptByResidentServices = { owner: 'resident-services', mayClear: everyService } as const;

/** What is special about a home, to be minded by whoever works on it. */
export const propertyFactFlags = [
  {
    ...common,
    code: 'under-warranty',
    severity: 'low',
    instruction: 'Check the warranty before ordering work.',
  },
  {
    ...common,
    code: 'heritage-listed',
    instruction: 'Listed or heritage building: get consent before altering it.',
  },
  {
    ...common,
    code: 'sewage-not-mains',
    instruction: 'Drainage is not to the mains: use the right contractor.',
  },
  {
    ...common,
    code: 'adapted-property',
    instruction: 'Adapted home: do not remove adaptations.',
  },
  {
    ...common,
    ...keptByResidentServices,
    code: 'gender-of-operative-here',
    instruction: 'Ask which operative is welcome here before you book.',
    lawfulBasis: lawfulBasis.adjustment,
  },
  {
    ...common,
    ...keptByResidentServices,
    life: 'state',
    code: 'void-property',
    severity: 'low',
    instruction: 'Empty home: collect keys from voids.',
    reviewDays: 60,
    maximumDays: 180,
  },
  {
    ...common,
    ...keptByResidentServices,
    code: 'location-contact-for-details',
    severity: 'low',
    instruction: 'Contact the team that raised this for details of the place.',
  },
  {
    ...common,
    ...keptByResidentServices,
    code: 'location-see-record',
    severity: 'low',
    instruction: 'See the record of the team that raised this for details of the place.',
  },
] as const satisfies readonly FlagDefinition[];
