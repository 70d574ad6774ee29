import type { LocalFlagCode } from '../contract.ts';
import { wordTable } from '../kit/word-table.ts';
import { manifest } from './manifest.ts';

const list = 'home-warnings';

/** The warning that a claim is by itself, from the letter of claim until the claim is over. */
export const openClaim = { local: 'LEGAL-HOLD', list, code: 'disrepair-claim' } as const;

const own: readonly LocalFlagCode[] = [
  openClaim,
  { local: 'CLOSED-UNDER-HOLD', list, code: 'closed-under-legal-hold' },
  { local: 'COMPLAINT', list, code: 'open-complaint' },
  { local: 'OMBUDSMAN', list, code: 'ombudsman-case' },
  { local: 'LEAK', list, code: 'active-leak' },
  { local: 'LEAK-SOURCE', list, code: 'recurrent-leak' },
  { local: 'NO-ACCESS', list, code: 'access-missed' },
  { local: 'DAMP-MOULD', list, code: 'damp-and-mould' },
  { local: 'NO-ELECTRICS', list, code: 'electrics-isolated' },
  { local: 'ASBESTOS', list, code: 'asbestos' },
  { local: 'VISIT-IN-PAIRS', list, code: 'do-not-visit-alone' },
  { local: 'ALLOW-TIME', list, code: 'allow-time-at-the-door' },
];

/** The case system's list of warnings; a flag without one there has its shared code. */
export const flagCodes: readonly LocalFlagCode[] = wordTable(
  { team: manifest.team, names: ['property', 'block'], byCase: [openClaim.code] },
  { own },
);
