import { everyService, type FlagDefinition, instructionForAll, knowWhy } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'adjustment',
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
} as const;

/** What to do differently for somebody: the adjustment, never the diagnosis (Equality Act 2010). */
export const adjustmentFlags = [
  {
    ...common,
    code: 'allow-time-at-the-door',
    instruction: 'Allow time to get to the door: knock, then wait five minutes.',
  },
  { ...common, code: 'support-needed', instruction: 'Ask what support helps before you visit.' },
  {
    ...common,
    code: 'hearing-support',
    instruction: 'Text or write; ring the visual doorbell. Do not rely on the telephone.',
  },
  {
    ...common,
    code: 'vision-support',
    instruction: 'Say who you are before you show anything; no printed notices alone.',
  },
  {
    ...common,
    code: 'health-consideration',
    instruction: 'Agree a time that suits their health; do not arrive unannounced.',
  },
  {
    ...common,
    code: 'physical-support',
    instruction: 'Expect to move furniture; they cannot clear the work area.',
  },
  {
    ...common,
    code: 'wheelchair-access',
    instruction: 'Keep routes and doorways clear for a wheelchair at all times.',
  },
  { ...common, code: 'older-resident', instruction: 'Show identification and allow extra time.' },
  { ...common, code: 'language-support', instruction: 'Book an interpreter before you call or visit.' },
  {
    ...common,
    code: 'gender-of-operative',
    instruction: 'Ask which operative they are comfortable with before you book.',
  },
  { ...common, code: 'acts-through-attorney', instruction: 'Agree everything with the attorney on record.' },
  {
    ...common,
    code: 'specific-requirements',
    instruction: 'Read the agreed requirements with resident services before you book.',
  },
  {
    ...common,
    code: 'contact-team-for-details',
    severity: 'low',
    instruction: 'Contact the team that raised this for the details.',
  },
  {
    ...common,
    code: 'see-record-for-details',
    severity: 'low',
    instruction: 'See the record of the team that raised this for the details.',
  },
  {
    ...common,
    code: 'safeguarding',
    severity: 'critical',
    instruction: 'Contact resident services before any contact. Do not leave messages or cards.',
    audience: {
      everyone: 'none',
      teams: { 'resident-services': 'full', management: 'full', 'contact-centre': 'instruction' },
    },
    mayRaise: ['resident-services', 'management'],
    mayClear: ['resident-services', 'management'],
    reviewDays: 90,
    maximumDays: 365,
    lawfulBasis: lawfulBasis.safeguarding,
  },
] as const satisfies readonly FlagDefinition[];
