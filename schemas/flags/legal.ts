import {
  caseAudience,
  everyService,
  type FlagDefinition,
  instructionForAll,
  knowWhy,
  openToAll,
} from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const disrepair = {
  family: 'legal',
  life: 'state',
  hangsOn: 'property',
  severity: 'high',
  audience: caseAudience,
  owner: 'disrepair',
  mayRaise: ['disrepair', 'management'],
  mayClear: ['disrepair', 'management'],
  secondPerson: false,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.legalClaim,
} as const;

const ofATenancy = {
  family: 'legal',
  life: 'state',
  hangsOn: 'tenancy',
  secondPerson: false,
  maximumDays: 180,
  lawfulBasis: lawfulBasis.tenancy,
} as const;

/** Matters of law that every colleague at the door should know of. */
export const legalFlags = [
  {
    ...disrepair,
    code: 'disrepair-claim',
    instruction: 'Disrepair claim: take photographs; close no repair without the disrepair team.',
    reviewDays: 90,
  },
  {
    ...disrepair,
    code: 'closed-under-legal-hold',
    instruction: 'Work was closed here during a disrepair claim: keep all evidence; ask the disrepair team.',
    mayRaise: [],
    reviewDays: 30,
    derived: true,
  },
  {
    ...ofATenancy,
    code: 'access-injunction',
    severity: 'high',
    instruction:
      'A court has ordered access: go on the day and for the work that it names, with enforcement.',
    audience: instructionForAll,
    owner: 'tenancy-enforcement',
    mayRaise: ['tenancy-enforcement', 'management'],
    mayClear: ['tenancy-enforcement', 'management'],
    reviewDays: 30,
  },
  {
    ...ofATenancy,
    code: 'termination-requested',
    severity: 'low',
    instruction: 'The tenant has asked to leave: refer calls to the housing officer.',
    audience: openToAll,
    owner: 'resident-services',
    mayRaise: everyService,
    mayClear: knowWhy,
    reviewDays: 60,
  },
] as const satisfies readonly FlagDefinition[];
