/*
 * Old events leave the table: rows of a home and year go into one object, while others commit and read.
 *
 * Two events: one is there, and one comes late, and twice. Two runs of the mover, one of which may die anywhere and begins again.
 * Whoever reads has to find every event that was committed before; whoever commits has to know what is there already.
 *
 * Taken for granted: a conditional write is one step, in the table and in the bucket; reads are consistent. A row is read or
 * deleted at a time.
 */
#define has(list, e)   ((list >> (e)) & 1)

byte rows = 2;          /* the events that are rows: the second was there before */
byte object;            /* the events that are in the object */
byte etag;              /* of the object: 0 where there is none */
bool noted;             /* whether readers look into the bucket */
byte version;           /* of the record */
byte committed = 2;
byte counted[2];        /* how often the record has counted each */
byte crashes = 1;

/* It ends before this step, and begins again. */
#define dies crashes > 0 -> crashes--; mine = 0; known = 0; tag = 0; goto begin

inline readRows(into) { atomic { into = rows & 1 }; atomic { into = into | (rows & 2) } }

inline deleteRows() {
  atomic { if :: dies :: true -> rows = rows & ~(mine & 1) fi };
  atomic { if :: dies :: true -> rows = rows & ~(mine & 2) fi }
}

proctype Move() {
  byte mine, known, tag;
begin:
  readRows(mine);
  if :: mine == 0 -> goto done :: else fi;
  atomic { if :: noted -> known = object; tag = etag :: else fi };
  /* NO_PUT_FIRST: functions/records/move/move-year.ts: `await merge(deps, subject, period, some, moved.includes(period));` */
#ifdef NO_PUT_FIRST
  deleteRows();
#endif
  /* NO_MERGE: functions/records/move/move-year.ts: `const all = new Map(before.map(item => [item.sk, item]));` */
#ifndef NO_MERGE
#define all (known | mine)
#else
#define all mine
#endif
put:
  atomic {
    if
    :: dies
    :: all == known
    /* NO_IF_MATCH: functions/shell/moved-writer.ts: `...(etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag }),` */
#ifndef NO_IF_MATCH
    :: all != known && etag != tag -> known = object; tag = etag; goto put
    :: all != known && etag == tag -> object = all; etag++
#else
    :: all != known -> object = all; etag++
#endif
    fi;
    known = 0; tag = 0
  }
  /* NO_NOTE_FIRST: functions/records/move/move-year.ts: `await moving.note(subject, period);` */
#ifndef NO_NOTE_FIRST
  atomic { if :: dies :: true -> noted = true fi };
#endif
  deleteRows();
#ifdef NO_NOTE_FIRST
  noted = true;
#endif
done:
  mine = 0
}

/* Commits an event, unless it is known: as a row, or where rows have gone. */
proctype Record(byte event) {
  byte before;
  bool isKnown;
again:
  before = version;
  isKnown = has(rows, event);
  /* NO_KNOWN_MOVED: functions/shell/tables/records/event-items.ts: `const periods = await readMovedPeriods(` */
#ifndef NO_KNOWN_MOVED
  if
  :: !isKnown && noted -> isKnown = has(object, event)
  :: else
  fi;
#endif
  if
  :: isKnown
  :: !isKnown ->
    atomic {
      /* NO_VERSION: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: '#version = :read',` */
      if
#ifndef NO_VERSION
      :: version != before -> goto again
      :: version == before ->
#else
      :: has(rows, event) -> goto again
      :: !has(rows, event) ->
#endif
        rows = rows | (1 << event); committed = committed | (1 << event); version++; counted[event]++;
        assert(counted[event] == 1)
      fi
    }
  fi
}

/* Folds or tells all that there is. */
proctype Read() {
  byte wanted, found;
  bool isNoted;
  wanted = committed;
  /* NO_ROWS_FIRST: functions/shell/tables/records/event-items.ts: `const rows = (await readRows(table, recordKey(subject).pk, beginning)) as EventItem[];` */
#ifndef NO_ROWS_FIRST
  readRows(found);
  isNoted = noted;
#else
  isNoted = noted;
  readRows(found);
#endif
  if :: isNoted -> found = found | object :: else fi;
  assert((wanted & ~found) == 0)
}

init {
  atomic { run Record(0); run Record(0); run Move(); run Move(); run Read() }
}
