import type { LocalFlagCode } from '../contract.ts';
import { wordTable } from '../kit/word-table.ts';
import { manifest } from './manifest.ts';

const list = 'Warnings';

/** The warning that the team itself sets: it switches the electrics off, and has them switched on. */
export const electricsOff = { local: 'ELECTRICS OFF', list, code: 'electrics-isolated' } as const;

const own: readonly LocalFlagCode[] = [
  electricsOff,
  { local: 'ACTIVE LEAK', list, code: 'active-leak' },
  { local: 'REPEAT LEAK', list, code: 'recurrent-leak' },
  { local: 'NO ACCESS', list, code: 'access-missed' },
  { local: 'DAMP/MOULD', list, code: 'damp-and-mould' },
  { local: 'ASBESTOS', list, code: 'asbestos' },
  { local: 'VISIT IN PAIRS', list, code: 'do-not-visit-alone' },
  { local: 'SLOW TO DOOR', list, code: 'allow-time-at-the-door' },
  { local: 'COMPLAINT OPEN', list, code: 'open-complaint' },
  { local: 'WATER OFF', list, code: 'water-isolated' },
  { local: 'GAS OFF', list, code: 'gas-isolated' },
  { local: 'NOT SAFE', list, code: 'structure-unsafe' },
];

/** The drop-down of the sheet’s warning columns; a flag without a word there has its shared code. */
export const flagCodes: readonly LocalFlagCode[] = wordTable(
  {
    team: manifest.team,
    names: ['property', 'block'],
    byCase: [electricsOff.code, 'damp-and-mould'],
  },
  { own },
);
