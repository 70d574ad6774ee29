/*
 * An officer's decision about a flag: If-Match, Idempotency-Key, one commit.
 *
 * Request 0 clears a flag that was seen in version 1. Request 1 raises one, without If-Match. Request 2 says something
 * else under the key of request 0, about the same subject or another. Request 0 is sent twice, even while the first copy is
 * under way; so is request 1 where all are about one subject. A copy that got no answer is sent again. A system's event
 * changes the subject meanwhile.
 *
 * Taken for granted: a call to the table is one step; reads are consistent; the commit is one transaction.
 */
#define key(r)      (r == 1)
#define content(r)  (r + 1)
#define on(r)       (r == 2 && elsewhere)
#define matches(r)  (r == 0)
#define entry(r)    timeline[on(r) * 2 + key(r)]

bool elsewhere;
byte version[2] = 1;
byte flag = 1;          /* the version of the flag on subject 0 */
byte timeline[4];       /* what is committed under each key on each subject: its content, or 0 */
byte claim[2];          /* what each key was first used for */
byte effects[3];
byte commits[2] = 1;
byte copies[3];
byte unanswered = 5;
bool crashes = 1;

inline mayCrash() {
  if
  :: crashes -> crashes = 0; copies[r]++; goto done
  :: true
  fi
}

proctype Decide() {
  byte r, seen, seenFlag, before, found;
next:
  atomic {
    if
    :: copies[0] > 0 -> r = 0
    :: copies[1] > 0 -> r = 1
    :: copies[2] > 0 -> r = 2
    fi;
    copies[r]--
  }
  /* Was the key used before? */
  atomic { mayCrash(); found = entry(r); if :: found != 0 -> goto asBefore :: else fi }
again:
  atomic { mayCrash(); seen = version[on(r)]; seenFlag = flag }
  /* NO_IF_MATCH: functions/officers/decisions/present-flag.ts: `if (flag.version === version) return { flag, record };` */
#ifndef NO_IF_MATCH
  if :: matches(r) && seenFlag != 1 -> goto refused :: else fi;
#endif
  atomic { mayCrash(); before = version[on(r)] }
  /* NO_SEEN_VERSION: functions/records/commit/commit-decision.ts: `if (before.version === seen.version) {` */
#ifndef NO_SEEN_VERSION
  if :: before != seen -> goto again :: else fi;
#endif
  /* NO_CLAIM_IN_COMMIT: functions/records/commit/commit-decision.ts: `heard: [{ event, asked }]` */
#ifdef NO_CLAIM_IN_COMMIT
  atomic { mayCrash(); if :: claim[key(r)] == 0 -> claim[key(r)] = content(r) :: claim[key(r)] == content(r) :: else -> goto claimedOtherwise fi }
#endif
#ifdef NO_COMMIT_FIRST
  unanswered--;
  assert(effects[r] == 1);
#endif
  atomic {
    mayCrash();
    if
    /* NO_CLAIM: functions/shell/tables/records/record-transaction.ts: `...{ TableName: table, Item: heardItem(event, asked), ...isNew },` */
#ifndef NO_CLAIM
#ifndef NO_CLAIM_IN_COMMIT
    :: claim[key(r)] == content(r)      /* its twin was faster */
    :: claim[key(r)] != 0 && claim[key(r)] != content(r) -> goto claimedOtherwise
#endif
#endif
    /* NO_VERSION: functions/shell/tables/records/record-transaction.ts: `ConditionExpression: '#version = :read',` */
#ifndef NO_VERSION
    :: version[on(r)] != before -> goto again
#endif
    :: else ->
      assert(!matches(r) || flag == 1);           /* it is taken over the flag as it was seen */
      claim[key(r)] = content(r);
      version[on(r)] = before + 1;
      if :: on(r) == 0 -> flag = before + 1 :: else fi;
      entry(r) = content(r);
      effects[r]++;
      commits[on(r)]++;
      assert(effects[0] + effects[2] <= 1 && effects[1] <= 1);    /* a key takes effect once */
      assert(version[on(r)] == commits[on(r)])                    /* no update is lost */
    fi
  }
  atomic { mayCrash(); found = entry(r); assert(found != 0) }
asBefore:
  /* NO_SAME_CONTENT: functions/officers/decisions/commit-decided.ts: `if (known.event.correlationid === asked.content) return known;` */
#ifndef NO_SAME_CONTENT
  if :: found != content(r) -> goto usedOtherwise :: else fi;
#endif
  /* NO_COMMIT_FIRST: functions/officers/decisions/commit-decided.ts: `await deps.commit(subject, decide, refuseWithoutEffect, asked.content, others);` */
#ifndef NO_COMMIT_FIRST
  atomic { assert(effects[r] == 1); unanswered-- }              /* 200: it took effect, once */
#endif
  goto done;
refused:
  /* NO_FIND_AGAIN: functions/officers/decisions/commit-decided.ts: `if (meanwhile === undefined) throw refused;` */
#ifndef NO_FIND_AGAIN
  atomic { mayCrash(); found = entry(r); if :: found != 0 -> goto asBefore :: else fi };
#endif
  atomic { assert(effects[r] == 0); unanswered--; goto done }     /* 412: it has no effect */
claimedOtherwise:
#ifndef NO_FIND_AGAIN
  atomic { mayCrash(); found = entry(r); if :: found != 0 -> goto asBefore :: else fi };
#endif
usedOtherwise:
  atomic { assert(effects[r] == 0 && effects[2 - r] == 1); unanswered--; goto done }   /* 422: something else took effect */
done:
  atomic { r = 0; seen = 0; seenFlag = 0; before = 0; found = 0; goto next }
}

proctype System() {
  atomic { version[0]++; commits[0]++; if :: flag = version[0] :: true fi }
}

init {
  atomic {
    copies[0] = 2; copies[2] = 1;
    if :: elsewhere = true; copies[1] = 1; unanswered-- :: copies[1] = 2 fi;
    run Decide(); run Decide(); run System()
  }
  timeout -> assert(unanswered == 0)
}
