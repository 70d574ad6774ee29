/*
 * The commit of events to records: an optimistic lock, deduplication, everything in one transaction.
 *
 * Message 0 is an event of subjects 0 and 1; message 1 another of subject 0. Message 2 has the id of the first and other
 * content, about subject 1; it may come out of quarantine, which is not held to what was first heard. The first comes
 * twice. A batch is one message, or the first two.
 *
 * Taken for granted: a transaction is one step; reads are consistent, a record and its rows are read one after the other.
 */
#define id(m)          (m == 1)
#define content(m)     (1 + (m == 2))
#define has(list, m)   ((list >> (m)) & 1)
#define entry(s, m)    timeline[(s) * 2 + id(m)]
#define entries(s)     ((timeline[(s) * 2] != 0) + (timeline[(s) * 2 + 1] != 0))
#define length(list)   (has(list, 0) + has(list, 1) + has(list, 2))
#define ofSubject(s)   (s == 0 -> 3 : 5)
#define isSame(m)      (entry(s, m) == content(m))

bool sentInAgain;
byte heard[2];          /* what each id was first heard to say */
byte timeline[4];       /* what each subject has under each id: its content, or 0 */
byte version[2];
byte folded[2];         /* how many events are in the record */
byte row[2];            /* and in the row beside it */
byte outbox[2];         /* and announced */
bool kept[3];           /* what is in quarantine */
byte copies[3];
byte taken;             /* messages with a worker */
bool crashes = 1;

inline take(m) { copies[m]--; taken++; batch = batch | (1 << m) }
inline again(m) { if :: has(batch, m) -> copies[m]++; taken-- :: else fi }
inline mayCrash() {
  if
  :: crashes -> crashes = 0; again(0); again(1); again(2); goto done
  :: true
  fi
}
inline claim(m) {
  if
  :: has(batch, m) && !(m == 2 && sentInAgain) ->
    /* NO_HEARD: functions/shell/tables/records/heard-store.ts: `attribute_not_exists(pk) OR fingerprint = :fingerprint` */
#ifndef NO_HEARD
    if
    :: heard[id(m)] == 0 -> heard[id(m)] = content(m)
    :: heard[id(m)] == content(m)
    :: else -> refused = refused | (1 << m)
    fi
#else
    skip
#endif
  :: else
  fi
}
/* An event that is in the timeline already stops the commit; the rest is folded again. */
inline leaveOut(m) {
  if
  :: has(list, m) && entry(s, m) != 0 ->
    /* NO_FINGERPRINT: functions/records/commit/commit.ts: `return fingerprintOf(event) === fingerprints.get(event.id) ? [] : [amended(event)];` */
#ifndef NO_FINGERPRINT
    if :: !isSame(m) -> refused = refused | (1 << m) :: else fi;
#endif
    list = list & ~(1 << m)
  :: else
  fi
}
inline write(m) { if :: has(list, m) -> entry(s, m) = content(m) :: else fi }
inline keep(m) { if :: has(refused, m) -> kept[m] = true :: else fi }
inline isDone(m) {
  assert(!has(batch, m) || kept[m] ||
    ((m == 2 || timeline[id(m)] == content(m)) && (m == 1 || timeline[2 + id(m)] == content(m))))
}
inline acknowledge() {
  atomic { mayCrash(); isDone(0); isDone(1); isDone(2); taken = taken - length(batch) }
}

proctype Record() {
  byte batch, list, refused, before, s, read, readRow;
next:
  atomic {
    if
    :: copies[0] > 0 -> take(0); if :: copies[1] > 0 -> take(1) :: true fi
    :: copies[1] > 0 -> take(1)
    :: copies[2] > 0 -> take(2)
    fi
  }
  /* NO_COMMIT_FIRST: functions/records/record/record.ts: `await Promise.all([...bySubject(arrivals)].map(commitAll));` */
#ifdef NO_COMMIT_FIRST
  acknowledge();
#endif
  atomic { mayCrash(); claim(0); claim(1); claim(2) }
subject:
  atomic { list = batch & ~refused & ofSubject(s); if :: list == 0 -> goto committed :: else fi }
fold:
  /* NO_RECORD_FIRST: functions/shell/tables/records/records-store.ts: `[...current, ...(await batchGet(table, keys, consistent))]` */
#ifndef NO_RECORD_FIRST
  atomic { mayCrash(); before = version[s]; read = folded[s] }
  atomic { mayCrash(); readRow = row[s] }
#else
  atomic { mayCrash(); readRow = row[s] }
  atomic { mayCrash(); before = version[s]; read = folded[s] }
#endif
  atomic {
    mayCrash();
    /* NO_KNOWN: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: 'attribute_not_exists(pk)',` */
#ifndef NO_KNOWN
    if
    :: (has(list, 0) && entry(s, 0)) || (has(list, 1) && entry(s, 1)) || (has(list, 2) && entry(s, 2)) ->
      leaveOut(0); leaveOut(1); leaveOut(2);
      /* NO_REST: functions/records/commit/commit.ts: `const rest = events.filter(({ id }) => !fingerprints.has(id));` */
#ifndef NO_REST
      if :: list != 0 -> goto fold :: else -> goto committed fi
#else
      goto committed
#endif
    :: else
    fi;
#endif
    /* NO_VERSION: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: '#version = :read',` */
#ifndef NO_VERSION
    if :: version[s] != before -> goto fold :: else fi;
#endif
    write(0); write(1); write(2);
    version[s] = before + 1;
    folded[s] = read + length(list);
    row[s] = readRow + length(list);
    /* NO_ONE_TRANSACTION: functions/shell/tables/records/record-transaction.ts: `...(published.length > 0 ? [put(outboxItem(` */
#ifndef NO_ONE_TRANSACTION
    outbox[s] = outbox[s] + length(list);
#endif
    assert(folded[s] == entries(s));    /* no update is lost, none is applied twice */
    assert(row[s] == entries(s))
  }
#ifdef NO_ONE_TRANSACTION
  atomic { mayCrash(); outbox[s] = outbox[s] + length(list) }
#endif
committed:
  if :: s == 0 -> s = 1; goto subject :: else fi;
  atomic { mayCrash(); keep(0); keep(1); keep(2) }
#ifndef NO_COMMIT_FIRST
  acknowledge();
#endif
  assert(sentInAgain || timeline[0] == 0 || timeline[2] == 0 || timeline[0] == timeline[2]);  /* an id says one thing */
done:
  atomic { batch = 0; list = 0; refused = 0; before = 0; s = 0; read = 0; readRow = 0; goto next }
}

init {
  atomic {
    if :: sentInAgain = true :: true fi;
    copies[0] = 2; copies[1] = 1; copies[2] = 1;
    run Record(); run Record()
  }
  timeout -> assert(taken == 0 && copies[0] + copies[1] + copies[2] == 0);
  assert(outbox[0] == entries(0) && outbox[1] == entries(1))     /* what was committed is announced */
}
