import type { FlagDefinition } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';
import { need } from './need.ts';

/** What is known to those alone who act on it. */
export const safeguarding = {
  ...need,
  severity: 'critical',
  audience: {
    everyone: 'none',
    teams: { 'resident-services': 'full', management: 'full', 'contact-centre': 'instruction' },
  },
  mayRaise: ['resident-services', 'management'],
  mayClear: ['resident-services', 'management'],
  reviewDays: 90,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.safeguarding,
  agreements: ['consent', 'best-interest', 'without-consent'],
  marksNoHome: true,
} as const;

/**
 * Known to those alone who act on them. To everybody else they do not exist: no other system is told of them, and so none
 * can mark the person's home. `safe-contact` is what domestic abuse becomes: a way of getting in touch that nobody can
 * read a reason from, on the person who is at risk and never on where they live.
 */
export const safeguardingFlags = [
  {
    ...safeguarding,
    code: 'safeguarding',
    instruction: 'Contact resident services before any contact. Do not leave messages or cards.',
  },
  {
    ...safeguarding,
    code: 'safe-contact',
    instruction: 'Speak to this person alone, in the agreed way. Confirm nothing to anyone else.',
  },
] as const satisfies readonly FlagDefinition[];
