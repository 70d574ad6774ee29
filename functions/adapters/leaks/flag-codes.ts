import type { LocalFlagCode } from '../contract.ts';

const list = 'Warnings';

/** The warning that the team itself sets: it switches the electrics off, and has them switched on. */
export const electricsOff = { local: 'ELECTRICS OFF', list, code: 'electrics-isolated' } as const;

/** The drop-down of the sheet's “Warning” column; a flag without a word here is shown by its shared code. */
export const flagCodes: readonly LocalFlagCode[] = [
  electricsOff,
  { local: 'ACTIVE LEAK', list, code: 'active-leak' },
  { local: 'REPEAT LEAK', list, code: 'recurrent-leak' },
  { local: 'NO ACCESS', list, code: 'access-missed' },
  { local: 'DAMP/MOULD', list, code: 'damp-and-mould' },
  { local: 'ASBESTOS', list, code: 'asbestos' },
  { local: 'VISIT IN PAIRS', list, code: 'do-not-visit-alone' },
  { local: 'SLOW TO DOOR', list, code: 'allow-time-at-the-door' },
  { local: 'COMPLAINT OPEN', list, code: 'open-complaint' },
];
