/*
 * Release from quarantine: an officer says once which home a system's key means; all that waits for the key goes on.
 *
 * Items 0 and 1 wait for one key. An officer resolves item 0. Another may send item 1 in again by hand. The answer may not
 * help item 1. One thing goes wrong at any step: a message comes twice, a worker dies and what it had comes again, or a
 * stream gives a change up and the clock sends on what is left.
 *
 * Taken for granted: a stream keeps the order of one item's changes; reads are consistent.
 */
#define none        0
#define waiting     1
#define resolved    2
#define resubmitted 3
#define isOn(i) (published[i] && (item[i].state == none || item[i].state == resubmitted))
#define messages(i, attempt) queue[(i) * 3 + attempt]

typedef Item { byte state; byte resolutions; byte resolves; bool tried }

bool helps;             /* the answer helps item 1 */
bool known;             /* what home the key means is learnt */
bool published[2];
Item item[2];
chan stream[2] = [5] of { byte, byte, bool };   /* an item's state, resolutions, tried */
byte queue[6];          /* of each item: as it came, and after each resolution */
byte pending = 2;       /* messages, changes in the streams, and what is under way */
bool faults = 1;        /* what may still go wrong */
bool gaveUp;

inline change(i) { stream[i]!item[i].state, item[i].resolutions, item[i].tried; pending++ }
inline resolve(i, read, byHub) {
  if
  /* NO_AS_READ: functions/shell/tables/quarantine/quarantine-resolver.ts: `ConditionExpression: '#state = :from AND size(resolutions) = :read',` */
#ifndef NO_AS_READ
  :: item[i].state != waiting || item[i].resolutions != read
#endif
  :: else ->
    assert(read < 2);                                   /* nothing is released twice for one answer */
    item[i].state = resolved; item[i].resolutions = read + 1; item[i].resolves++;
    item[i].tried = item[i].tried || byHub;
    assert(item[i].resolutions == item[i].resolves);    /* no resolution is lost */
    change(i)
  fi
}

inline mayDie() { if :: faults -> faults = 0; goto died :: true fi }
inline send() { messages(i, resolutions)++; pending++ }
inline note() { if :: item[i].state == resolved && item[i].resolutions == read -> item[i].state = resubmitted :: else fi }

proctype Receive() {
  byte i, attempt;
  bool isFound;
next:
  atomic {
    if
    :: messages(0, 0) -> skip
    :: messages(0, 1) -> attempt = 1
    :: messages(1, 0) -> i = 1
    :: messages(1, 1) -> i = 1; attempt = 1
    :: messages(1, 2) -> i = 1; attempt = 2
    fi;
    if :: faults -> faults = 0; pending++ :: messages(i, attempt)-- fi;
    isFound = known && (i == 0 || helps)
  }
  /* NO_KEEP_FIRST: functions/intake/receive/take-documents.ts: `await Promise.all(refused.map(item => keep(` */
#ifdef NO_KEEP_FIRST
  atomic { pending--; if :: faults -> faults = 0; goto done :: true fi }
#endif
  atomic {
    mayDie();
    if
    :: isFound -> published[i] = true
    :: !isFound && attempt == 0 ->
      if
      /* NO_KEEP_ONCE: functions/shell/tables/quarantine/quarantine-store.ts: `ConditionExpression: 'attribute_not_exists(pk)'` */
#ifndef NO_KEEP_ONCE
      :: item[i].state != none
#endif
      :: else ->
        item[i].state = waiting; item[i].resolutions = 0; item[i].resolves = 0; item[i].tried = false;
        change(i)
      fi
    :: !isFound && attempt > 0 ->
      if
      /* NO_ATTEMPT: functions/shell/tables/quarantine/quarantine-put-back.ts: ` AND size(resolutions) = :attempt',` */
#ifndef NO_ATTEMPT
      :: item[i].resolutions != attempt
#endif
      :: item[i].state == waiting
      :: else -> item[i].state = waiting; change(i)
      fi
    fi;
    mayDie();
#ifndef NO_KEEP_FIRST
    pending--;
#endif
    goto done
  }
died:
  atomic { messages(i, attempt)++; goto done }
done:
  atomic { i = 0; attempt = 0; isFound = false; goto next }
}

/* An item moves on because what it waits for is known. */
inline release(read, tried) {
  /* NO_ONE_TRY: functions/intake/quarantine/release.ts: `if (item.id === because || wasTried) return;` */
#ifndef NO_ONE_TRY
  if :: tried -> skip :: else -> resolve(1, read, true) fi
#else
  resolve(1, read, true)
#endif
}

proctype Follow(byte i) {
  byte state, resolutions, read;
  bool tried, isTried, isSeen;
next:
  atomic {
    stream[i]?<state, resolutions, tried>;
    if :: faults -> faults = 0; gaveUp = true; goto followed :: true fi;
    if :: state == resolved && i == 0 -> goto learn :: state == resolved && i == 1 -> goto resubmit :: else fi;
    /* NO_LOOK: functions/intake/quarantine/on-waiting.ts: `await releaseIfAnswered(deps, item);` */
#ifndef NO_LOOK
    if :: known && i == 1 -> skip :: else -> goto followed fi
#else
    goto followed
#endif
  }
  atomic { mayDie(); release(resolutions, tried); goto followed }
learn:
  /* NO_LEARN_FIRST: functions/intake/quarantine/on-resolved.ts: `await deps.crossReferences.learn({` */
#ifndef NO_LEARN_FIRST
  atomic { mayDie(); known = true }
#endif
  atomic {
    mayDie();
    read = item[1].resolutions; isTried = item[1].tried; isSeen = (item[1].state == waiting);
    /* NO_CONSISTENT: functions/shell/tables/quarantine/quarantine-waiting.ts: `ConsistentRead: true,` */
#ifdef NO_CONSISTENT
    if :: isSeen = false :: true fi
#endif
  }
  atomic { if :: isSeen -> mayDie(); release(read, isTried) :: else fi; read = 0; isTried = false; isSeen = false }
#ifdef NO_LEARN_FIRST
  atomic { mayDie(); known = true }
#endif
resubmit:
  atomic {
    mayDie();
    read = item[i].resolutions;
    /* NO_STILL_RESOLVED: functions/intake/quarantine/on-resolved.ts: `item.resolutions.length !== resolutions.length) return;` */
#ifndef NO_STILL_RESOLVED
    if :: item[i].state != resolved || read != resolutions -> goto followed :: else fi
#else
    if :: item[i].state != resolved -> goto followed :: else fi
#endif
  }
  /* NO_SEND_FIRST: functions/intake/quarantine/on-resolved.ts: `await deps.resolver.resubmitted(item);` */
#ifndef NO_SEND_FIRST
  atomic { mayDie(); send() }
  atomic { mayDie(); note(); goto followed }
#else
  atomic { mayDie(); note() }
  atomic { mayDie(); send(); goto followed }
#endif
followed:
  atomic { stream[i]?_, _, _; pending-- }
died:
  atomic { state = 0; resolutions = 0; read = 0; tried = false; isTried = false; isSeen = false; goto next }
}

/* Item 0 is resolved by an officer; item 1 may be, by hand. */
proctype Officer(byte i) {
  byte read;
  atomic { item[i].state == waiting -> read = item[i].resolutions }
  atomic { resolve(i, read, false) }
}

proctype Clock() {
  /* NO_CLOCK: functions/intake/quarantine/follow-late.ts: `await alone(item.id, () => releaseIfAnswered(deps, item));` */
#ifndef NO_CLOCK
  atomic {
    gaveUp && pending == 0 ->
    if :: item[0].state == waiting || item[0].state == resolved -> change(0) :: else fi;
    if :: item[1].state == waiting || item[1].state == resolved -> change(1) :: else fi
  }
#else
  skip
#endif
}

init {
  atomic {
    if :: helps = true :: true fi;
    messages(0, 0) = 1; messages(1, 0) = 1;
    run Receive(); run Receive(); run Follow(0); run Follow(1); run Officer(0); run Clock();
    if :: run Officer(1) :: true fi
  }
  /* Nothing can go on by itself: what is left? */
  timeout -> assert(pending == 0 && isOn(0) && ((helps && isOn(1)) || (!helps && item[1].state == waiting)))
}
