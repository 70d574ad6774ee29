import type { FlagDefinition } from './definition.ts';
import { need } from './need.ts';

/** How to meet and speak with somebody: the adjustment, never the diagnosis (Equality Act 2010). */
export const adjustmentFlags = [
  {
    ...need,
    code: 'allow-time-at-the-door',
    instruction: 'Allow time to get to the door: knock, then wait five minutes.',
  },
  { ...need, code: 'support-needed', instruction: 'Ask what support helps before you visit.' },
  {
    ...need,
    code: 'hearing-support',
    instruction: 'Text or write; ring the visual doorbell. Do not rely on the telephone.',
  },
  {
    ...need,
    code: 'vision-support',
    instruction: 'Say who you are before you show anything; no printed notices alone.',
  },
  {
    ...need,
    code: 'health-consideration',
    instruction: 'Agree a time that suits their health; do not arrive unannounced.',
  },
  {
    ...need,
    code: 'planned-contact-only',
    instruction: 'Say in writing who comes, when and what for, and keep to it. No surprise visits.',
  },
  {
    ...need,
    code: 'plain-words',
    instruction: 'Use short plain sentences, in writing too, and check that you were understood.',
  },
  { ...need, code: 'older-resident', instruction: 'Show identification and allow extra time.' },
  { ...need, code: 'language-support', instruction: 'Book an interpreter before you call or visit.' },
  {
    ...need,
    code: 'gender-of-operative',
    instruction: 'Ask which operative they are comfortable with before you book.',
  },
  { ...need, code: 'acts-through-attorney', instruction: 'Agree everything with the attorney on record.' },
  {
    ...need,
    code: 'specific-requirements',
    instruction: 'Read the agreed requirements with resident services before you book.',
  },
  {
    ...need,
    code: 'no-answer-is-urgent',
    severity: 'high',
    instruction: 'If nobody answers, ring the contact centre from the door; do not just leave a card.',
    reviewDays: 180,
    maximumDays: 365,
  },
  {
    ...need,
    code: 'contact-team-for-details',
    severity: 'low',
    instruction: 'Contact the team that raised this for the details.',
  },
  {
    ...need,
    code: 'see-record-for-details',
    severity: 'low',
    instruction: 'See the record of the team that raised this for the details.',
  },
] as const satisfies readonly FlagDefinition[];
