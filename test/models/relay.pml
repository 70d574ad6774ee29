/*
 * The relay: rows that announce anything, from the stream to the bus, from a checkpoint on.
 *
 * Two rows with two events each were committed. The first may be unreadable until another version of the code is
 * deployed; the last event may be one that the bus never takes. The address of such a row goes to the dead-letter queue,
 * and the rows behind it go on. Once the code is deployed, operators have that row marked, which the stream shows as another
 * change of it. Changes of items that announce nothing are in the stream as well. Two entries may be refused by the bus for
 * now. Once, an invocation dies, or is given up while it goes on.
 *
 * Whoever committed the second row may publish its events at once, or may not get to it: the relay does in any case.
 *
 * Taken for granted: rows are in the stream in the order of their commits; a shard has one invocation that counts. The
 * publisher's own rounds are left out: they only repeat what is refused.
 */
#define other    2          /* the record of an item that announces nothing */
#define again    3          /* the record of row 0, marked */
#define none     0
#define me       _pid
#define rowOf(record)      (record == again -> 0 : record)
/* NO_ONLY_ANNOUNCING: infra/constructs/announcing.ts: `filter: { dynamodb: { NewImage: { announces: { N: FilterRule.exists() } } } },` */
#ifndef NO_ONLY_ANNOUNCING
#define isPassed(record) (record == other)
#else
#define isPassed(record) false
#endif
#define isReadable(record) (record == 1 || record != other && deployed)

byte tail = 3;              /* how many records the stream has */
byte checkpoint;            /* the first record of the stream that is not acknowledged */
byte running = none;        /* the invocation that counts */
bool deployed;
bool isNeverTaken;          /* the last event */
bool published[4];
byte ids[4];                /* under how many ids */
bool letters[4];            /* by record: its address is in the dead-letter queue */
byte refusals = 2;
bool crashes = 1;

inline publish(event) {
  if
  :: isSent[event] && event == 3 && isNeverTaken ->
    /* NO_FOR_GOOD_APART: functions/records/relay/relay.ts: `const waiting = unpublished.filter(one => !isUnpublishable(one));` */
#ifndef NO_FOR_GOOD_APART
    isRefused = true
#else
    isFailed[event] = true
#endif
  :: isSent[event] && !(event == 3 && isNeverTaken) ->
    if
    :: published[event] = true;
      /* NO_IDS_OF_ROW: functions/shell/publisher.ts: `Detail: JSON.stringify(event),` */
#ifndef NO_IDS_OF_ROW
      ids[event] = 1;
#else
      ids[event]++;
#endif
      assert(ids[event] == 1)
    /* NO_EACH_ENTRY: functions/shell/publisher.ts: `return entry?.EventId === undefined ? [{ event, code:` */
    :: refusals > 0 -> refusals--;
#ifndef NO_EACH_ENTRY
      isFailed[event] = true
#else
      skip
#endif
    fi
  :: else
  fi
}

#define isKept(record) (letters[record] || published[rowOf(record) * 2] && published[rowOf(record) * 2 + 1])

inline acknowledge(to) {
  if :: running == me -> checkpoint = to; running = none :: else fi;
  assert(checkpoint < 1 || isKept(0));
  assert(checkpoint < 2 || isKept(1));
  assert(checkpoint < 4 || isKept(again));
  assert(!letters[other])
}

/* NO_ANY_OF_ROW: functions/records/relay/relay.ts: `events.some(({ id }) => id === event.id)` */
#ifndef NO_ANY_OF_ROW
#define isRowFailed(row) (isFailed[row * 2] || isFailed[row * 2 + 1])
#else
#define isRowFailed(row) (isFailed[row * 2] && isFailed[row * 2 + 1])
#endif
#define isWaiting(record) (record != other && !isUnread[record] && isRowFailed(rowOf(record)))

proctype Relay() {
  byte from, next, record, past;
  bool isSent[4], isFailed[4], isUnread[4], isRefused;
end:
again_:
  atomic {
    running == none && checkpoint < tail -> running = me;
    from = checkpoint; past = tail; next = past; isRefused = false;
    isSent[0] = false; isSent[1] = false; isSent[2] = false; isSent[3] = false;
    isFailed[0] = false; isFailed[1] = false; isFailed[2] = false; isFailed[3] = false;
    isUnread[0] = false; isUnread[1] = false; isUnread[2] = false; isUnread[3] = false;
    record = from;
    do
    :: record < past && isPassed(record) -> record++
    :: record < past && !isPassed(record) && isReadable(record) ->
      isSent[rowOf(record) * 2] = true; isSent[rowOf(record) * 2 + 1] = true; record++
    :: record < past && !isPassed(record) && !isReadable(record) -> isUnread[record] = true; record++
    :: record == past -> break
    od
  }
#ifdef NO_PUBLISH_FIRST
  atomic { acknowledge(next) }
#endif
  /* NO_PUBLISH_FIRST: functions/records/relay/relay.ts: `const unpublished = await publish(rows.flatMap(({ events }) => events));` */
  atomic { publish(0); publish(1); publish(2); publish(3) }
  atomic {
    record = from;
    do
    :: record < past && isWaiting(record) ->
      /* NO_FIRST_WAITING: functions/records/relay/relay.ts: `rows.findIndex(({ events }) => isAnyOf(waiting, events));` */
#ifndef NO_FIRST_WAITING
      next = record; break
#else
      next = record; record++
#endif
    :: record < past && !isWaiting(record) -> record++
    :: record == past -> break
    od;
    record = from
  }
  /* NO_DEAD_LETTER: functions/records/relay/relay.ts: `if (reason !== undefined) await deadLetter(record, reason);` */
#ifndef NO_DEAD_LETTER
  do
  :: record < next && (isUnread[record] || isRefused && rowOf(record) == 1) -> letters[record] = true; record++
  :: record < next && !(isUnread[record] || isRefused && rowOf(record) == 1) -> record++
  :: record >= next -> break
  od;
#endif
#ifndef NO_PUBLISH_FIRST
  atomic { acknowledge(next) }
#endif
  goto again_
}

/* The commit of the second row publishes past the stream: its events, best effort. */
proctype AtOnce() {
  byte event = 2;
end:
  do
  :: event == 4 -> break
  :: event < 4 && !(event == 3 && isNeverTaken) ->
    atomic {
      published[event] = true;
      /* NO_SAME_IDS: functions/records/commit/commit-once.ts: `announcements: commits.flatMap(({ after }) => after.announcements),` */
#ifndef NO_SAME_IDS
      ids[event] = 1;
#else
      ids[event] = ids[event] + 1;
#endif
      assert(ids[event] == 1);
      event++
    }
  :: event < 4 -> break
  od
}

/* The invocation that counts is given up: it may be dead, or go on unheard. */
proctype Crash() { atomic { running != none && crashes -> crashes = false; running = none } }

proctype Deploy() { deployed = true }

/* Operators: `npm run ops -- redrive announcements`, once the cause is corrected. */
/* NO_REDRIVE: functions/operators/ops/redrive.ts: `: announceAgain.row(letter.id, row));` */
proctype Redrive() {
end:
#ifndef NO_REDRIVE
  atomic { deployed && letters[0] -> tail = again + 1 }
#endif
}

init {
  atomic {
    if :: deployed = true :: true fi;
    if :: isNeverTaken = true :: true fi;
    run Relay(); run Relay(); run Crash(); run Deploy(); run Redrive(); run AtOnce()
  }
}

ltl settles { <> (checkpoint == tail && published[0] && published[1] && published[2]) }
