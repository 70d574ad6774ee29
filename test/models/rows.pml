/*
 * Where rows lie: in the item of the record, or in items of their own. Commits move them from one to the other.
 *
 * Two rows of a subject. Two writers commit twice each: they change one row, or none, as time alone does; such a commit
 * may keep the version. Wherever a row lies, it may stay or leave, and one that changed may come in. A reader asks for one.
 *
 * Taken for granted: a transaction is one step, whether it reads or writes; other reads are consistent. What a commit does
 * beside that is in commit.pml.
 */
#define value(i)  (lying[i] != 0 -> lying[i] : item[i])

byte version;
byte said[2];       /* how often something was said of each row */
byte lying[2];      /* what the record has of it, or 0 */
byte item[2];       /* what its item has, however old, or 0 */

inline readItems() { found[0] = item[0]; found[1] = item[1] }
inline readRecord() { before = version; held[0] = lying[0]; held[1] = lying[1] }
/* Of a row that was asked for: what the record has of it, or its item. */
inline choose(i) {
  /* NO_RECORD_COUNTS: functions/shell/tables/records/records-store.ts: `if (lying !== undefined) return [[key, lying]];` */
#ifndef NO_RECORD_COUNTS
  if :: held[i] != 0 -> found[i] = held[i] :: else fi
#else
  if :: held[i] != 0 && found[i] == 0 -> found[i] = held[i] :: else fi
#endif
}
inline leave(i, content) {
  /* NO_LEAVING_WRITTEN: functions/shell/tables/records/rows-in-record.ts: `rows: Object.fromEntries(all.filter(([key]) => !isKept.has(key)))` */
#ifndef NO_LEAVING_WRITTEN
  item[i] = content;
#endif
  lying[i] = 0
}
inline place(i) {
  if
  :: changed == i ->
    said[i]++;
    if :: lying[i] = found[i] + 1 :: leave(i, found[i] + 1) fi
  :: changed != i && held[i] != 0 ->
    /* NO_CARRYING: functions/shell/tables/records/rows-in-record.ts: `return [...unchanged, ...Object.entries(changed)];` */
#ifndef NO_CARRYING
    if :: lying[i] = held[i] :: leave(i, held[i]) fi
#else
    lying[i] = 0
#endif
  :: else
  fi
}

proctype Writer() {
  byte before, changed, left = 2, held[2], found[2];
next:
  if :: left == 0 -> goto done :: else -> left-- fi;
  if :: changed = 0 :: changed = 1 :: changed = 2 fi;
again:
  /* NO_AT_ONCE: functions/shell/tables/records/records-store.ts: `const items = await readAtOnce(table, [...ids, ...all.flat()]);` */
#ifndef NO_AT_ONCE
  atomic { readItems(); readRecord(); choose(0); choose(1) }
#else
  atomic { readItems() }
  atomic { readRecord(); choose(0); choose(1) }
#endif
  atomic {
    /* NO_VERSION: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: '#version = :read',` */
#ifndef NO_VERSION
    if :: version != before -> goto again :: else fi;
#endif
    if :: changed == 2 :: version = before + 1 fi;
    place(0); place(1);
    assert(value(0) == said[0] && value(1) == said[1])   /* no row is lost, none is of yesterday */
  }
  atomic { before = 0; changed = 0; held[0] = 0; held[1] = 0; found[0] = 0; found[1] = 0; goto next };
done:
  skip
}

/* Not at one moment: the record first, and then what it has not. */
proctype Reader() {
  byte before, got;
  before = said[0];
  /* NO_RECORD_FIRST: functions/shell/tables/records/subject-reader.ts: `const missing = keys.filter(key => lying[key] === undefined)` */
#ifndef NO_RECORD_FIRST
  got = lying[0];
  if :: got == 0 -> got = item[0] :: else fi;
#else
  got = item[0];
  if :: lying[0] != 0 -> got = lying[0] :: else fi;
#endif
  assert(got >= before)     /* what was said before it asked, it sees */
}

init { atomic { run Writer(); run Writer(); run Reader() } }
