import { decisions } from './decide-flag.ts';
import { personDecisions } from './decide-person.ts';
import { raisings } from './raise-flag.ts';

/** How officers decide about flags, and about who is who. */
export const decisionEndpoints = [...raisings, ...decisions, ...personDecisions];
