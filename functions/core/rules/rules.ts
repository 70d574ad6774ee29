import { accessMissed } from './access-missed.ts';
import { activeLeak } from './active-leak.ts';
import { closedUnderLegalHold } from './closed-under-legal-hold.ts';
import { closedWithoutEvidence } from './closed-without-evidence.ts';
import { decidedTwiceByOne } from './decided-twice-by-one.ts';
import { householdUnconfirmed } from './household-unconfirmed.ts';
import { dampAndMould, emergencyHazard, significantHazard } from './open-hazards.ts';
import { recurrentLeak } from './recurrent-leak.ts';
import type { Rule } from './rule.ts';

/** Every rule that raises a flag by itself. */
export const rules: readonly Rule[] = [
  activeLeak,
  accessMissed,
  recurrentLeak,
  closedUnderLegalHold,
  closedWithoutEvidence,
  householdUnconfirmed,
  dampAndMould,
  significantHazard,
  emergencyHazard,
  decidedTwiceByOne,
];
