import { agesAsItShould } from './ages.ts';
import {
  announcedWasCommitted,
  committedWasAnnounced,
  leftHomesAreNamed,
  standsAsAnnounced,
  versionsRise,
} from './announcements.ts';
import { callsAreBounded } from './bounds.ts';
import { closedWasOpened } from './cases.ts';
import { decidedAsSeen, decisionsAreArchived } from './decided.ts';
import { deadLettersAreEarned, deadLettersAreKept, takenBeforeAcknowledged } from './delivered.ts';
import type { Invariant } from './invariant.ts';
import {
  decisionsTakeEffectOnce,
  disclosuresAreAudited,
  logsHoldNobody,
  nothingDecidedItself,
  nothingUnforeseen,
} from './people.ts';
import {
  amendedIsOther,
  keptIsAnnounced,
  resolvedOnce,
  sentOnArrives,
  waitsForSomething,
} from './quarantine.ts';
import { nobodyReadsMore } from './readers.ts';
import {
  acceptedIsKept,
  filesAreDone,
  nothingLost,
  quarantineMovesOn,
  recordIsItsEvents,
  recordsStaySmall,
  saidOnce,
} from './records.ts';
import {
  comesToRest,
  deadLettersHaveAlarms,
  nothingDue,
  nothingLeft,
  noticesOnlyOfFailures,
} from './rest.ts';
import {
  driftHeals,
  driftIsZero,
  nobodyIsShownMore,
  noLeaseIsLeft,
  receiptsAreTrue,
  showsAsFromScratch,
  showsWhatIsOwed,
} from './shown.ts';
import { toldIsKept } from './told.ts';

/** Everything that holds in every world, what matters most to residents first. */
export const invariants: readonly Invariant[] = [
  showsWhatIsOwed,
  showsAsFromScratch,
  nobodyIsShownMore,
  receiptsAreTrue,
  driftIsZero,
  driftHeals,
  noLeaseIsLeft,
  takenBeforeAcknowledged,
  announcedWasCommitted,
  committedWasAnnounced,
  versionsRise,
  leftHomesAreNamed,
  standsAsAnnounced,
  recordIsItsEvents,
  nothingLost,
  acceptedIsKept,
  toldIsKept,
  saidOnce,
  recordsStaySmall,
  closedWasOpened,
  quarantineMovesOn,
  waitsForSomething,
  resolvedOnce,
  amendedIsOther,
  sentOnArrives,
  keptIsAnnounced,
  filesAreDone,
  decisionsTakeEffectOnce,
  nothingDecidedItself,
  decidedAsSeen,
  decisionsAreArchived,
  disclosuresAreAudited,
  nobodyReadsMore,
  logsHoldNobody,
  nothingUnforeseen,
  comesToRest,
  nothingLeft,
  deadLettersHaveAlarms,
  deadLettersAreEarned,
  deadLettersAreKept,
  nothingDue,
  agesAsItShould,
  noticesOnlyOfFailures,
  callsAreBounded,
];
