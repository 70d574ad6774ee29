import { agesAsItShould, standsAsTimeHasIt } from './ages.ts';
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
import {
  askedWhetherItIsBack,
  deadLettersAreEarned,
  deadLettersAreKept,
  givenUpInTime,
  takenBeforeAcknowledged,
} from './delivered.ts';
import { fileResultsAreTrue, filesAreDone, rowsCountOnce, snapshotsFollow } from './files.ts';
import type { Invariant } from './invariant.ts';
import { movedOnce, toldAsHeard } from './moved.ts';
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
  takenWaitsNoMore,
  waitsForSomething,
} from './quarantine.ts';
import { nobodyReadsMore } from './readers.ts';
import {
  acceptedIsKept,
  archiveIsWhole,
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
  resendingIsEnough,
  showsAsFromScratch,
  showsWhatIsOwed,
} from './shown.ts';
import { textsAreEncrypted, textsAreReadable } from './texts.ts';
import { toldIsKept } from './told.ts';
import { writtenAsRead } from './unseen.ts';

/** Everything that holds in every world, what matters most to residents first. */
export const invariants: readonly Invariant[] = [
  showsWhatIsOwed,
  showsAsFromScratch,
  nobodyIsShownMore,
  receiptsAreTrue,
  driftIsZero,
  driftHeals,
  resendingIsEnough,
  noLeaseIsLeft,
  takenBeforeAcknowledged,
  announcedWasCommitted,
  committedWasAnnounced,
  versionsRise,
  leftHomesAreNamed,
  standsAsAnnounced,
  recordIsItsEvents,
  nothingLost,
  toldAsHeard,
  movedOnce,
  archiveIsWhole,
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
  takenWaitsNoMore,
  keptIsAnnounced,
  filesAreDone,
  rowsCountOnce,
  fileResultsAreTrue,
  snapshotsFollow,
  decisionsTakeEffectOnce,
  nothingDecidedItself,
  decidedAsSeen,
  decisionsAreArchived,
  disclosuresAreAudited,
  nobodyReadsMore,
  logsHoldNobody,
  textsAreEncrypted,
  textsAreReadable,
  nothingUnforeseen,
  comesToRest,
  nothingLeft,
  deadLettersHaveAlarms,
  deadLettersAreEarned,
  deadLettersAreKept,
  askedWhetherItIsBack,
  givenUpInTime,
  nothingDue,
  agesAsItShould,
  standsAsTimeHasIt,
  noticesOnlyOfFailures,
  callsAreBounded,
  writtenAsRead,
];
