/*
 * The relay: outbox rows from the stream to the bus, from a checkpoint on.
 *
 * Two rows with two events each were committed. The first may be unreadable until another version of the code is
 * deployed. Later it expires and is removed, which is in the stream as well. Two entries may be refused by the bus. Once,
 * an invocation dies, or is given up while it goes on.
 *
 * Taken for granted: rows are in the stream in the order of their commits; a shard has one invocation that counts. The
 * publisher's own rounds are left out: they only repeat what is refused.
 */
#define rows     2
#define records  3          /* the third is the removal of row 0 */
#define none     0
#define me       _pid
/* NO_INSERTS_ONLY: infra/constructs/announcing.ts: `eventName: FilterRule.isEqual('INSERT'),` */
#ifndef NO_INSERTS_ONLY
#define isPassed(record) (record == rows)
#else
#define isPassed(record) false
#endif
#define isReadable(record) (record < rows && (record == 1 || deployed))

byte checkpoint;            /* the first record of the stream that is not acknowledged */
byte running = none;        /* the invocation that counts */
bool deployed;
bool published[4];
byte ids[4];                /* under how many ids */
byte refusals = 2;
bool crashes = 1;

inline publish(event) {
  if
  :: isSent[event] ->
    if
    :: assert(event < 2 || deployed);        /* what is unreadable is not overtaken */
      published[event] = true;
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

inline acknowledge(to) {
  if :: running == me -> checkpoint = to; running = none :: else fi;
  assert(checkpoint < 1 || (published[0] && published[1]));
  assert(checkpoint < 2 || (published[2] && published[3]))
}

/* NO_ANY_OF_ROW: functions/records/relay/relay.ts: `events.some(({ id }) => failed.has(id))` */
#ifndef NO_ANY_OF_ROW
#define isRowFailed(row) (isFailed[row * 2] || isFailed[row * 2 + 1])
#else
#define isRowFailed(row) (isFailed[row * 2] && isFailed[row * 2 + 1])
#endif

proctype Relay() {
  byte next, record;
  bool isSent[4], isFailed[4];
end:
again:
  atomic {
    running == none && checkpoint < records -> running = me;
    record = checkpoint; next = records;
    isSent[0] = false; isSent[1] = false; isSent[2] = false; isSent[3] = false;
    isFailed[0] = false; isFailed[1] = false; isFailed[2] = false; isFailed[3] = false;
    do
    :: record < records && isPassed(record) -> record++
    :: record < records && !isPassed(record) && isReadable(record) ->
      isSent[record * 2] = true; isSent[record * 2 + 1] = true; record++
    :: record < records && !isPassed(record) && !isReadable(record) ->
      /* NO_LATER_WAIT: functions/records/relay/relay.ts: `return { rows, unreadable: sequenceNumber };` */
#ifndef NO_LATER_WAIT
      next = record; break
#else
      if :: next == records -> next = record :: else fi;
      record++
#endif
    :: record == records -> break
    od
    /* NO_UNREADABLE_FAILS: functions/records/relay/relay.ts: `const from = firstFailed?.sequenceNumber ?? unreadable;` */
#ifdef NO_UNREADABLE_FAILS
    next = records
#endif
  }
#ifdef NO_PUBLISH_FIRST
  atomic { acknowledge(next) }
#endif
  /* NO_PUBLISH_FIRST: functions/records/relay/relay.ts: `const unpublished = await publish(rows.flatMap(({ events }) => events));` */
  atomic { publish(0); publish(1); publish(2); publish(3) }
#ifndef NO_PUBLISH_FIRST
  atomic {
    if
    /* NO_FIRST_FAILED: functions/records/relay/relay.ts: `rows.find(({ events }) =>` */
#ifndef NO_FIRST_FAILED
    :: isRowFailed(0) -> next = 0
    :: !isRowFailed(0) && isRowFailed(1) -> next = 1
#else
    :: isRowFailed(1) -> next = 1
    :: !isRowFailed(1) && isRowFailed(0) -> next = 0
#endif
    :: else
    fi;
    acknowledge(next)
  }
#endif
  goto again
}

/* The invocation that counts is given up: it may be dead, or go on unheard. */
proctype Crash() { atomic { running != none && crashes -> crashes = false; running = none } }

proctype Deploy() { deployed = true }

init {
  atomic { if :: deployed = true :: true fi; run Relay(); run Relay(); run Crash(); run Deploy() }
}

ltl settles { <> (checkpoint == records) }
