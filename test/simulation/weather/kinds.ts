import type { FaultKind } from './fault.ts';
import { busDelay } from './kinds/bus-delay.ts';
import { busOut } from './kinds/bus-out.ts';
import { busRefuses } from './kinds/bus-refuses.ts';
import { busTwice } from './kinds/bus-twice.ts';
import { conflicting } from './kinds/conflicting.ts';
import { deployed } from './kinds/deployed.ts';
import { fetchLost } from './kinds/fetch-lost.ts';
import { heldUp } from './kinds/held-up.ts';
import { indexLag } from './kinds/index-lag.ts';
import { itemConflict } from './kinds/item-conflict.ts';
import { jumped } from './kinds/jumped.ts';
import { killed } from './kinds/killed.ts';
import { lostAnswer } from './kinds/lost-answer.ts';
import { lostCall } from './kinds/lost-call.ts';
import { moved } from './kinds/moved.ts';
import { objectAnswerLost } from './kinds/objects-lost.ts';
import { pushBusy } from './kinds/push-busy.ts';
import { pushGone } from './kinds/push-gone.ts';
import { pushLate } from './kinds/push-late.ts';
import { pushOut } from './kinds/push-out.ts';
import { pushRefused } from './kinds/push-refused.ts';
import { pushUnheard } from './kinds/push-slow.ts';
import { queueDelay } from './kinds/queue-delay.ts';
import { queueDisorder } from './kinds/queue-disorder.ts';
import { queuePaused } from './kinds/queue-paused.ts';
import { queueSample } from './kinds/queue-sample.ts';
import { queueTwice } from './kinds/queue-twice.ts';
import { rebuilt } from './kinds/rebuilt.ts';
import { redriven } from './kinds/redriven.ts';
import { streamFails } from './kinds/relay-fails.ts';
import { replayed } from './kinds/replayed.ts';
import { resent } from './kinds/resent.ts';
import { secretsOut } from './kinds/secrets-out.ts';
import { serverFault } from './kinds/server-fault.ts';
import { shortPage } from './kinds/short-page.ts';
import { skewed } from './kinds/skewed.ts';
import { slowCall } from './kinds/slow-call.ts';
import { stalled } from './kinds/stalled.ts';
import { streamLate } from './kinds/stream-late.ts';
import { streamTrimmed } from './kinds/stream-trimmed.ts';
import { tablesOut } from './kinds/tables-out.ts';
import { throttled } from './kinds/throttled.ts';
import { timedOut } from './kinds/timed-out.ts';
import { unprocessed } from './kinds/unprocessed.ts';
import { visibilityEnds } from './kinds/visibility.ts';

/** Every kind of fault. */
export const kinds: readonly FaultKind[] = [
  busDelay,
  busOut,
  busRefuses,
  busTwice,
  conflicting,
  deployed,
  fetchLost,
  heldUp,
  indexLag,
  itemConflict,
  jumped,
  killed,
  lostAnswer,
  lostCall,
  moved,
  objectAnswerLost,
  pushBusy,
  pushGone,
  pushLate,
  pushOut,
  pushRefused,
  pushUnheard,
  queueDelay,
  queueDisorder,
  queuePaused,
  queueSample,
  queueTwice,
  rebuilt,
  redriven,
  streamFails,
  replayed,
  resent,
  secretsOut,
  serverFault,
  shortPage,
  skewed,
  slowCall,
  stalled,
  streamLate,
  streamTrimmed,
  tablesOut,
  throttled,
  timedOut,
  unprocessed,
  visibilityEnds,
];
