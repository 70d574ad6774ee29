/*
 * The commit of events to records: an optimistic lock, deduplication, everything in one transaction.
 *
 * Message 0 is an event of subjects 0 and 1; message 1 another of subject 0. Message 2 has the id of the first and other
 * content, about subject 1; it may come out of quarantine, which is not held to what was first heard. The first comes
 * twice. A batch is one message, or the first two; it is committed to both subjects at once, or to one after the other.
 *
 * Taken for granted: a transaction is one step, whether it reads or writes; other reads are consistent.
 */
#define id(m)          (m == 1)
#define content(m)     (1 + (m == 2))
#define has(list, m)   ((list >> (m)) & 1)
#define entry(s, m)    timeline[(s) * 2 + id(m)]
#define entries(s)     ((timeline[(s) * 2] != 0) + (timeline[(s) * 2 + 1] != 0))
#define length(list)   (has(list, 0) + has(list, 1) + has(list, 2))
#define reaches(m, s)  (has(part, s) && has((s == 0 -> 3 : 5), m))
#define isNew(m)       (has(batch, m) && seen[id(m)] == 0)
#define known(s, m)    (seen[id(m)] != 0 && entry(s, m) != 0)
#define differs(s, m)  (reaches(m, s) && known(s, m) && entry(s, m) != content(m))
#define changed(s)     (list[s] != 0 && version[s] != before[s])

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
inline readRecords() {
  before[0] = version[0]; before[1] = version[1]; read[0] = folded[0]; read[1] = folded[1];
  seen[0] = heard[0]; seen[1] = heard[1]
}
inline readRows() { readRow[0] = row[0]; readRow[1] = row[1] }
/* What its id was first heard to say, and what is in the timelines. Nothing is looked up of an id that was never heard. */
inline compare(m) {
  if
  :: has(batch, m) ->
    other = false;
    /* NO_HEARD: functions/records/commit/seen-before.ts: `heard === undefined || cameOutOfQuarantine(event) ? [] : [heard.fingerprint]` */
#ifndef NO_HEARD
    if :: seen[id(m)] != 0 && seen[id(m)] != content(m) && !(m == 2 && sentInAgain) -> other = true :: else fi;
#endif
    /* NO_FINGERPRINT: functions/records/commit/seen-before.ts: `...kept.map(({ fingerprint }) => fingerprint)` */
#ifndef NO_FINGERPRINT
    if :: differs(0, m) || differs(1, m) -> other = true :: else fi;
#endif
    if :: other -> refused = refused | (1 << m) :: else -> add(0, m); add(1, m) fi
  :: else
  fi
}
inline add(s, m) {
  /* NO_KNOWN: functions/records/commit/seen-before.ts: `|| known.has(subject)) return [];` */
#ifndef NO_KNOWN
  if :: reaches(m, s) && !known(s, m) -> list[s] = list[s] | (1 << m) :: else fi
#else
  if :: reaches(m, s) -> list[s] = list[s] | (1 << m) :: else fi
#endif
}
inline hear(m) { if :: isNew(m) -> heard[id(m)] = content(m) :: else fi }
inline write(s, m) { if :: has(list[s], m) -> entry(s, m) = content(m) :: else fi }
inline commit(s) {
  if
  :: list[s] != 0 ->
    write(s, 0); write(s, 1); write(s, 2);
    version[s] = before[s] + 1;
    folded[s] = read[s] + length(list[s]);
    row[s] = readRow[s] + length(list[s]);
    /* NO_ONE_TRANSACTION: functions/shell/tables/records/record-transaction.ts: `...historyItems(subject, after.version, changes, published).map(put),` */
#ifndef NO_ONE_TRANSACTION
    outbox[s] = outbox[s] + length(list[s]);
#endif
    assert(folded[s] == entries(s));    /* no update is lost, none is applied twice */
    assert(row[s] == entries(s))
  :: else
  fi
}
inline keep(m) { if :: has(refused, m) -> kept[m] = true :: else fi }
inline isDone(m) {
  assert(!has(batch, m) || kept[m] ||
    ((m == 2 || timeline[id(m)] == content(m)) && (m == 1 || timeline[2 + id(m)] == content(m))))
}
inline acknowledge() {
  atomic { mayCrash(); isDone(0); isDone(1); isDone(2); taken = taken - length(batch) }
}

proctype Record() {
  byte batch, part, refused, list[2], seen[2], before[2], read[2], readRow[2];
  bool other;
next:
  atomic {
    if
    :: copies[0] > 0 -> take(0); if :: copies[1] > 0 -> take(1) :: true fi
    :: copies[1] > 0 -> take(1)
    :: copies[2] > 0 -> take(2)
    fi;
    if :: part = 3 :: part = 1 fi
  }
  /* NO_COMMIT_FIRST: functions/records/record/record.ts: `for (const { messageId } of again) failed.push(messageId);` */
#ifdef NO_COMMIT_FIRST
  acknowledge();
#endif
round:
  /* NO_SNAPSHOT: functions/shell/tables/records/records-store.ts: `const items = await readAtOnce(table, [...ids, ...all.flat()]);` */
#ifndef NO_SNAPSHOT
  atomic { mayCrash(); readRecords(); readRows() }
#else
  atomic { mayCrash(); readRows() }
  atomic { mayCrash(); readRecords() }
#endif
  atomic { mayCrash(); refused = 0; list[0] = 0; list[1] = 0; compare(0); compare(1); compare(2) }
  atomic {
    mayCrash();
    /* NO_NEW_ID: functions/shell/tables/records/record-transaction.ts: `...{ TableName: table, Item: heardItem(event, asked), ...isNew },` */
#ifndef NO_NEW_ID
    if :: (isNew(0) && heard[0]) || (isNew(1) && heard[1]) || (isNew(2) && heard[0]) -> goto round :: else fi;
#endif
    /* NO_VERSION: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: '#version = :read',` */
#ifndef NO_VERSION
    if :: changed(0) || changed(1) -> goto round :: else fi;
#endif
    hear(0); hear(1); hear(2);
    commit(0); commit(1)
  }
#ifdef NO_ONE_TRANSACTION
  atomic { mayCrash(); outbox[0] = outbox[0] + length(list[0]); outbox[1] = outbox[1] + length(list[1]) }
#endif
  atomic { mayCrash(); keep(0); keep(1); keep(2) }
  if :: part == 1 -> part = 2; goto round :: else fi;
#ifndef NO_COMMIT_FIRST
  acknowledge();
#endif
  assert(sentInAgain || timeline[0] == 0 || timeline[2] == 0 || timeline[0] == timeline[2]);  /* an id says one thing */
done:
  atomic {
    batch = 0; part = 0; refused = 0; other = false;
    list[0] = 0; list[1] = 0; seen[0] = 0; seen[1] = 0; before[0] = 0; before[1] = 0;
    read[0] = 0; read[1] = 0; readRow[0] = 0; readRow[1] = 0;
    goto next
  }
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
