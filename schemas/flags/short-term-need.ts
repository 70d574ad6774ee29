import type { FlagDefinition } from './definition.ts';
import { need } from './need.ts';
import { safeguarding } from './safeguarding.ts';

/**
 * Needs that pass, each with its own length: nobody is still recovering after a year. They end by themselves when nobody
 * says them again. Who has newly fled from somebody is known to those alone who act on it.
 */
export const shortTermNeedFlags = [
  {
    ...need,
    code: 'recovering',
    instruction: 'Agree a time, keep it short, and move and lift everything yourself.',
    reviewDays: 28,
    maximumDays: 84,
  },
  {
    ...need,
    code: 'new-baby',
    instruction: 'Agree a quiet time. Leave heating, hot water and lights working when you go.',
    reviewDays: 90,
    maximumDays: 365,
  },
  {
    ...need,
    code: 'care-leaver',
    instruction: 'Explain each step and say whom to ring. Confirm every appointment by text.',
    reviewDays: 180,
    maximumDays: 365,
  },
  {
    ...safeguarding,
    code: 'newly-fled',
    instruction: 'Contact resident services before any contact. Tell nobody where this person lives.',
    reviewDays: 28,
    maximumDays: 180,
  },
] as const satisfies readonly FlagDefinition[];
