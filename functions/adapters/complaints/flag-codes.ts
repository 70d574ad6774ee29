import type { LocalFlagCode } from '../contract.ts';
import { wordTable } from '../kit/word-table.ts';
import { manifest } from './manifest.ts';

const list = 'case-markers';

/** Markers that the case system sets by itself, from the day a case opens and from the Ombudsman's letter. */
export const openCase = { local: 'OPEN-CASE', list, code: 'open-complaint' } as const;
export const ombudsmanCase = { local: 'OMBUDSMAN', list, code: 'ombudsman-case' } as const;

const own: readonly LocalFlagCode[] = [
  openCase,
  ombudsmanCase,
  { local: 'LEAK', list, code: 'active-leak' },
  { local: 'LEAK-SOURCE', list, code: 'recurrent-leak' },
  { local: 'NO-ACCESS', list, code: 'access-missed' },
  { local: 'DAMP-MOULD', list, code: 'damp-and-mould' },
  { local: 'NO-ELECTRICS', list, code: 'electrics-isolated' },
  { local: 'DISREPAIR', list, code: 'disrepair-claim' },
  { local: 'VISIT-IN-PAIRS', list, code: 'do-not-visit-alone' },
  { local: 'ALLOW-TIME', list, code: 'allow-time-at-the-door' },
];

/** The case system's list of markers; a flag without one there has its shared code. */
export const flagCodes: readonly LocalFlagCode[] = wordTable(
  {
    team: manifest.team,
    names: ['property', 'block'],
    byCase: [openCase.code, ombudsmanCase.code, 'damp-and-mould'],
  },
  { own },
);
