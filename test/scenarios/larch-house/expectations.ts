import type { Expectation } from '../expectation.ts';
import { complaintAndTimeline } from './expectations/complaint-and-timeline.ts';
import { disrepairClaim } from './expectations/disrepair-claim.ts';
import { leakAndAccess } from './expectations/leak-and-access.ts';
import { mould } from './expectations/mould.ts';
import { people } from './expectations/people.ts';

/** What must be true of Larch House, and by when. */
export const expectations: readonly Expectation[] = [
  ...leakAndAccess,
  ...people,
  ...mould,
  ...complaintAndTimeline,
  ...disrepairClaim,
].sort((a, b) => Date.parse(a.by) - Date.parse(b.by));
