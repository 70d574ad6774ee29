import type { Instant, PersonReference } from '../../../schemas/reference.ts';
import { flagKey } from '../record/flag-rows.ts';
import { leftOf } from '../record/held-flags.ts';
import { type Companions, oneWith } from '../record/one-person.ts';
import { lastWriter } from '../record/registers.ts';
import { type FlagDecisions, type HeldFlag, personOf, type SubjectRecord } from '../record/subject-record.ts';
import { asMemberFacts } from '../record/tenancy-case.ts';
import { laterOf } from '../time/instants.ts';
import { isAboutSubject } from './known-as.ts';

/**
 * What is shown of a subject: itself; of somebody who is one with others, all of them together under one of them, and under
 * the others nothing. Their records stay apart: parted, each is what it was, and what came since under each key.
 */
export function shownOf(
  record: SubjectRecord,
  companions: Companions,
  at: Instant,
): SubjectRecord | undefined {
  const all = oneWith(record, companions);
  const self = personOf(record.subject);
  if (self === undefined || all.length < 2) return record;
  if (all[0] !== self) return undefined;
  const others = all.flatMap(person => (person === self ? [] : (companions[person]?.record ?? [])));
  return together([record, ...others], self, at);
}

function together(records: readonly SubjectRecord[], self: PersonReference, at: Instant): SubjectRecord {
  const [own] = records as [SubjectRecord];
  const said = records.flatMap(record => assertionsIn(record, at));
  const decisions = decidedIn(records, new Set(said.map(([, held]) => `${flagKey(held)} ${held.system}`)));
  const stand = said.flatMap(([key, held]): [string, HeldFlag][] => {
    const left = leftOf(held, decisions[flagKey(held)]);
    return left === undefined ? [] : [[key, left]];
  });
  const named = records.find(({ details }) => details !== undefined);
  return {
    ...own,
    openCases: Object.fromEntries(records.flatMap(record => casesIn(record, self))),
    heldFlags: Object.fromEntries(stand),
    decisions,
    ...(named?.details === undefined ? {} : { details: named.details }),
  };
}

/** Each record judges by its own links whether what another system’s key says of somebody is about this person. */
function assertionsIn(record: SubjectRecord, at: Instant): [string, HeldFlag][] {
  return Object.entries(record.heldFlags).flatMap(([key, held]): [string, HeldFlag][] => {
    const { knownAs: _judged, ...known } = held;
    return isAboutSubject(record, held, at) ? [[`${record.subject} ${key}`, known]] : [];
  });
}

function casesIn({ subject, openCases }: SubjectRecord, self: PersonReference) {
  const person = personOf(subject) ?? self;
  return Object.entries(openCases).map(
    ([key, one]) => [`${subject} ${key}`, { ...one, facts: asMemberFacts(one.facts, person, self) }] as const,
  );
}

/** Of each kind of decision the latest. Whoever says of one record that a flag holds does not deny it by the other. */
function decidedIn(records: readonly SubjectRecord[], said: ReadonlySet<string>): SubjectRecord['decisions'] {
  const all: Record<string, FlagDecisions> = {};
  for (const [key, { decided, denied }] of records.flatMap(({ decisions }) => Object.entries(decisions))) {
    const before = all[key] ?? { decided: {}, denied: {} };
    const kinds = Object.entries(decided) as [keyof typeof decided, NonNullable<(typeof decided)['told']>][];
    all[key] = {
      decided: {
        ...before.decided,
        ...Object.fromEntries(kinds.map(([kind, one]) => [kind, lastWriter(before.decided[kind], one)])),
      },
      denied: {
        ...before.denied,
        ...deniedIn(denied, before.denied, system => said.has(`${key} ${system}`)),
      },
    };
  }
  return all;
}

function deniedIn(
  denied: FlagDecisions['denied'],
  before: FlagDecisions['denied'],
  says: (system: string) => boolean,
): FlagDecisions['denied'] {
  const entries = Object.entries(denied).filter(([system]) => !says(system));
  return Object.fromEntries(entries.map(([system, at]) => [system, laterOf(before[system] ?? at, at)]));
}
