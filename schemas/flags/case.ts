import { everyService, type FlagDefinition, openToAll } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const caseAudience = {
  everyone: 'instruction',
  teams: { management: 'full', complaints: 'full', disrepair: 'full' },
} as const;

const disrepair = {
  family: 'legal',
  hangsOn: 'property',
  audience: caseAudience,
  owner: 'disrepair',
  mayRaise: ['disrepair', 'management'],
  mayClear: ['disrepair', 'management'],
  secondPerson: false,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.legalClaim,
} as const;

const complaint = {
  family: 'complaint',
  hangsOn: 'property',
  audience: caseAudience,
  owner: 'complaints',
  mayRaise: ['complaints', 'management'],
  mayClear: ['complaints', 'management'],
  secondPerson: false,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.complaint,
} as const;

/** Open matters that every colleague at the door should know of. */
export const caseFlags = [
  {
    ...disrepair,
    code: 'disrepair-claim',
    severity: 'high',
    instruction: 'Disrepair claim: take photographs; close no repair without the disrepair team.',
    reviewDays: 90,
  },
  {
    ...disrepair,
    code: 'closed-under-legal-hold',
    severity: 'high',
    instruction: 'Work was closed here during a disrepair claim: keep all evidence; ask the disrepair team.',
    mayRaise: [],
    reviewDays: 30,
    derived: true,
  },
  {
    code: 'termination-requested',
    family: 'legal',
    hangsOn: 'tenancy',
    severity: 'low',
    instruction: 'The tenant has asked to leave: refer calls to the housing officer.',
    audience: openToAll,
    owner: 'resident-services',
    mayRaise: everyService,
    mayClear: ['resident-services', 'management'],
    secondPerson: false,
    reviewDays: 60,
    maximumDays: 180,
    lawfulBasis: lawfulBasis.tenancy,
  },
  {
    ...complaint,
    code: 'open-complaint',
    severity: 'medium',
    instruction: 'Open complaint: tell the complaints team what you did and when.',
    reviewDays: 60,
  },
  {
    ...complaint,
    code: 'ombudsman-case',
    severity: 'high',
    instruction: 'The Ombudsman is looking at this home: record everything, the same day.',
    reviewDays: 90,
  },
] as const satisfies readonly FlagDefinition[];
