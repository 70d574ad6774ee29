import type { EventOf } from '../../../schemas/catalogue.ts';

/** The case system's decisions on a stage. */
export const decisions = {
  upheld: 'upheld',
  partlyUpheld: 'partly-upheld',
  notUpheld: 'not-upheld',
} as const satisfies Record<string, EventOf<'housing.complaint.responded.v1'>['data']['decision']>;

/** The hazards that a call handler can tick. */
export const hazards = {
  dampAndMould: 'damp-and-mould',
  excessCold: 'excess-cold',
  excessHeat: 'excess-heat',
  falls: 'falls',
  structure: 'structural-collapse',
  fire: 'fire',
  electrical: 'electrical',
  hygiene: 'hygiene',
  other: 'other',
} as const satisfies Record<string, EventOf<'housing.hazard.suspected.v1'>['data']['hazard']>;
