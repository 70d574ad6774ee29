import type { EventOf } from '../../../schemas/catalogue.ts';

/** The case system's decisions on a stage. */
export const decisions = {
  upheld: 'upheld',
  partlyUpheld: 'partly-upheld',
  notUpheld: 'not-upheld',
} as const satisfies Record<string, EventOf<'housing.complaint.responded.v1'>['data']['decision']>;

type Outcome = EventOf<'housing.hazard.closed.v1'>['data']['outcome'];

/** Why a hazard is over, as a case handler can tick it. */
export const hazardOutcomes = {
  remedied: 'remedied',
  noHazard: 'no-hazard',
  enteredInError: 'entered-in-error',
  noAccess: 'no-access',
} as const satisfies Record<string, Outcome>;

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
