import { everyService, type FlagDefinition, instructionForAll, knowWhy, openToAll } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'assurance',
  life: 'state',
  hangsOn: 'property',
  severity: 'medium',
  audience: openToAll,
  mayRaise: everyService,
  secondPerson: false,
  reviewDays: 30,
  maximumDays: 180,
  lawfulBasis: lawfulBasis.assurance,
} as const;

/** What a landlord said or believes that nobody has made sure of: whoever is at this home next can. */
export const assuranceFlags = [
  {
    ...common,
    code: 'promise-unkept',
    waitsForClock: true,
    severity: 'high',
    instruction: 'A promise to this home is overdue: make no other before complaints know what you will do.',
    owner: 'complaints',
    mayClear: ['complaints', 'management'],
  },
  {
    ...common,
    code: 'closed-without-evidence',
    instruction: 'Work here was closed without evidence: look whether it is done, and photograph it.',
    owner: 'repairs',
    mayClear: ['repairs', 'surveying', 'management'],
    derived: true,
  },
  {
    ...common,
    code: 'inspection-owed',
    waitsForClock: true,
    instruction: 'Work here has to be inspected before it counts as done: do not cover it up.',
    owner: 'surveying',
    mayClear: ['surveying', 'management'],
  },
  {
    ...common,
    code: 'not-heard-from',
    waitsForClock: true,
    instruction: 'Nobody has heard from this home for long: make contact, and record that you did.',
    audience: instructionForAll,
    owner: 'resident-services',
    mayClear: knowWhy,
  },
  {
    ...common,
    code: 'household-unconfirmed',
    instruction:
      'The list of tenancies has lost this household: find out who lives here, tell resident services.',
    audience: instructionForAll,
    owner: 'resident-services',
    mayRaise: [],
    mayClear: knowWhy,
    derived: true,
  },
  {
    ...common,
    code: 'complex-case',
    decidedByOfficers: true,
    mayRaise: ['management'],
    severity: 'high',
    instruction: 'Several teams are at work here under one lead: ask management who it is before you act.',
    audience: instructionForAll,
    owner: 'management',
    mayClear: ['management'],
  },
] as const satisfies readonly FlagDefinition[];
