import { decisions } from './decide-flag.ts';
import { raisings } from './raise-flag.ts';

/** How officers decide about flags. */
export const decisionEndpoints = [...raisings, ...decisions];
