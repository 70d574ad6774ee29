import { eventContent } from '../../../schemas/event-content.ts';
import type { Officer } from '../../../schemas/officers.ts';
import type { Instant, PersonReference } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { type Companions, oneWith } from '../record/one-person.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { conflict, type DecisionResult, decided, forbidden, invalid } from './result.ts';

/** Those who keep the register of persons, and those who look after all teams’ data. */
const mayDecide: ReadonlySet<Team> = new Set(['resident-services', 'management', 'data-protection']);
/** More records of one person than any landlord has: what shows of them is read and written together. */
const mostTogether = 8;
/** More decisions about who is who than are taken about one person: the record keeps one for each other person. */
const mostDecided = 40;

/** Two persons as they are known when somebody decides about them. */
export interface Pair {
  officer: Officer;
  person: PersonReference;
  other: PersonReference;
  /** The record of one of the two; the other’s, and whoever is one with either, among the companions. */
  record: SubjectRecord | undefined;
  companions: Companions;
  at: Instant;
}

/** An officer found that two persons are one, or that two who were taken for one are two. */
export function decideSame(pair: Pair, holds: boolean, reason: string): DecisionResult {
  const { officer, person, other, record, companions } = pair;
  if (!mayDecide.has(officer.team))
    return forbidden(`Who is who is for an officer of: ${[...mayDecide].join(', ')}.`);
  if (person === other) return invalid('other', 'This is the same key: name another person');
  const records = [record, ...Object.values(companions).map(one => one.record)];
  const recordOf = (who: PersonReference) => records.find(one => one?.subject === `person/${who}`);
  const [one, two] = [recordOf(person), recordOf(other)];
  if (one === undefined || two === undefined)
    return invalid('other', `Nothing was ever heard of ${one === undefined ? person : other}`);
  const refused = holds ? refusedMerge(pair, one, two) : refusedParting(pair, one, two);
  if (refused !== undefined) return conflict(refused);
  const said = { text: reason, classification: 'personal' as const };
  const data = { person, other, reason: said, decidedBy: officer };
  return decided(
    holds
      ? eventContent('housing.person.merged.v1', data)
      : eventContent('housing.person.separated.v1', data),
  );
}

function refusedMerge(pair: Pair, one: SubjectRecord, two: SubjectRecord): string | undefined {
  const [those, these] = [togetherWith(pair, one), togetherWith(pair, two)];
  if (those.includes(pair.other)) return 'They are one already.';
  if (those.length + these.length > mostTogether)
    return `No more than ${mostTogether} records can be one person: clear the register up first.`;
  const full = [one, two].find(({ sameAs = {} }) => Object.keys(sameAs).length >= mostDecided);
  return full && `It was decided about ${full.subject} ${mostDecided} times: clear the register up first.`;
}

function refusedParting(pair: Pair, one: SubjectRecord, two: SubjectRecord): string | undefined {
  const isPair = one.sameAs?.[pair.other]?.value === true || two.sameAs?.[pair.person]?.value === true;
  if (isPair) return undefined;
  const all = togetherWith(pair, one);
  return all.includes(pair.other)
    ? `They are one because each is one with somebody else of: ${all.join(', ')}. Part those.`
    : 'They are two already.';
}

function togetherWith({ record, companions }: Pair, of: SubjectRecord): PersonReference[] {
  const known = Object.fromEntries(
    [record, ...Object.values(companions).map(one => one.record)].flatMap(one =>
      one === undefined || one === of
        ? []
        : [[one.subject.slice('person/'.length), { version: 0, record: one }]],
    ),
  );
  return oneWith(of, known);
}
