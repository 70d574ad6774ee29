/*
 * Delivery of one flag to one system: a lease around each push, versions compared, a receipt, an acknowledgement.
 *
 * The queue has versions 1 and 2 twice each, in any order. The receiver is naive: what it heard last it shows. One push
 * may fail: it is refused for now, or no answer comes. Then it was received, never is, or is later. A crash after the push
 * stands for a receipt that failed to be written too: the lease is kept, and the message comes again.
 *
 * Taken for granted: a lease is over only when its holder has sent or is dead (clocks may differ by less than that, so a
 * holder may still be about to store its receipt), and when what it sent has been received, if it ever is.
 */
#define nobody 0
#define gone   0
#define begun  1
#define pushed 2
#define me     _pid
/* NO_EXPIRY: functions/shell/tables/deliveries/deliveries-store.ts: `#lease.#until <= :at` */
#ifndef NO_EXPIRY
#define isOver over
#else
#define isOver false
#endif
/* NO_LONG_LEASE: functions/delivery/deliver/deliver-flag.ts: `const leaseSeconds = 60;` */
#ifndef NO_LONG_LEASE
#define mayBeOver (holder[leasedTo] == pushed && late == 0)
#else
#define mayBeOver true
#endif
/* NO_TOKEN: functions/shell/tables/deliveries/deliveries-store.ts: `${notTold} AND #lease.#token = :token` */
#ifndef NO_TOKEN
#define holdsLease (leasedTo == me && sent < v)
#else
#define holdsLease (sent < v)
#endif
/* NO_OWN_LEASE: functions/shell/tables/deliveries/deliveries-store.ts: `ConditionExpression: '#lease.#token = :token'` */
#ifndef NO_OWN_LEASE
#define mayRelease (leasedTo == me)
#else
#define mayRelease true
#endif

byte sent;              /* the version in the row: what the system was sent last */
byte leasedTo = nobody;
bool over;              /* the lease that stands has run out */
byte holder[3];         /* how far a worker is between begin and finish */
byte shown;             /* what the receiver shows */
byte late;              /* what was sent without an answer, and is received later */
bool received[3];
byte copies[3];
byte taken;             /* messages with a worker */
bool crashes = 1;
bool outages = 1;
bool jumps = 1;

inline mayCrash() {
  if
  :: crashes -> crashes = 0; holder[me] = gone; copies[v]++; taken--; goto done
  :: true
  fi
}

proctype Deliver() {
  byte v;
  bool isTaken, isUnanswered;
next:
  atomic {
    if
    :: copies[1] > 0 -> v = 1
    :: copies[2] > 0 -> v = 2
    fi;
    copies[v]--; taken++
  }
  /* begin */
  atomic {
    mayCrash();
    /* NO_COMPARE: functions/shell/tables/deliveries/deliveries-store.ts: `(attribute_not_exists(#version) OR #version < :version OR` */
#ifndef NO_COMPARE
    if :: sent >= v -> goto acknowledge :: else fi;
#endif
    if
    /* NO_LEASE: functions/shell/tables/deliveries/deliveries-store.ts: `AND (attribute_not_exists(#lease) OR` */
#ifndef NO_LEASE
    :: leasedTo != nobody && !isOver -> goto held
#endif
    :: else -> leasedTo = me; over = false; holder[me] = begun
    fi
  }
  /* NO_PUSH_FIRST: functions/delivery/deliver/deliver-flag.ts: `if (outcome.kind === 'taken') {` */
#ifndef NO_PUSH_FIRST
#else
  atomic { mayCrash(); if :: leasedTo == me -> sent = v; leasedTo = nobody :: else fi }
#endif
  /* push */
  atomic {
    mayCrash();
    holder[me] = pushed;
    if
    :: isTaken = true; shown = v; received[v] = true
    :: outages -> outages = 0
    :: outages -> outages = 0; isUnanswered = true; if :: shown = v; received[v] = true :: late = v :: true fi
    fi
  }
  /* finish, or abandon */
#ifdef NO_PUSH_FIRST
  holder[me] = gone;
  if :: isTaken -> goto acknowledge :: else fi;
#else
  atomic {
    mayCrash();
    holder[me] = gone;
    assert(leasedTo != me || sent < v);         /* the code compares again: it follows from the lease */
    if
    :: isTaken && holdsLease ->
      assert(received[v]);                    /* a receipt is for what was received */
      sent = v; leasedTo = nobody; goto acknowledge
    /* NO_KEPT_LEASE: functions/delivery/deliver/deliver-flag.ts: `outcome.unanswered)) await deliveries.abandon(flag, lease);` */
#ifndef NO_KEPT_LEASE
    :: !isTaken && !isUnanswered && mayRelease -> leasedTo = nobody
#else
    :: !isTaken && mayRelease -> leasedTo = nobody
#endif
    :: else
    fi
  }
#endif
  goto later;
held:
  /* NO_HELD_LATER: functions/delivery/deliver/deliver-flag.ts: `if (begun.kind === 'held') return { kind: 'later',` */
#ifndef NO_HELD_LATER
  goto later;
#else
  goto acknowledge;
#endif
later:
  /* NO_AGAIN: functions/delivery/deliver/deliver.ts: `if (!(await applyOutcome(deps, message, outcome))) again.push(message.record.messageId);` */
#ifndef NO_AGAIN
  atomic { copies[v]++; taken--; goto done }
#endif
acknowledge:
  atomic { mayCrash(); assert(sent >= v); taken-- }
done:
  atomic { v = 0; isTaken = false; isUnanswered = false; goto next }
}

proctype Clock() {
end:
  do
  :: atomic { leasedTo != nobody && !over && holder[leasedTo] == gone && late == 0 -> over = true }
  :: atomic { leasedTo != nobody && !over && mayBeOver && jumps -> jumps = false; over = true }
  od
}

proctype Receiver() {
end:
  atomic { late != 0 -> shown = late; received[late] = true; late = 0; goto end }
}

init { atomic { copies[1] = 2; copies[2] = 2; run Deliver(); run Deliver(); run Clock(); run Receiver() } }

ltl settles { <> (copies[1] + copies[2] + taken == 0 && sent == 2 && shown == 2) }
