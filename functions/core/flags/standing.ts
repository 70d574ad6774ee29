import { hubSource } from '../../../schemas/envelope.ts';
import type { FlagState } from '../../../schemas/flag-life.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { Decided, FlagIdentity } from '../record/flag-statement.ts';
import { compareStamps, type Register } from '../record/registers.ts';
import { type HeldFlag, type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import type { Rule } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { startOf } from '../time/instants.ts';

/** What stands of one flag, by the word of sources or by a rule, before time has its say. */
export interface Standing extends FlagIdentity {
  since: Instant;
  sources: string[];
  /** How much it counts: officers' own word may need that of a second person. */
  authority: Extract<FlagState, 'proposed' | 'pending-approval' | 'active'>;
  /** When it was said last, and the dates of review that sources gave, each with when. */
  lastSaid: Instant;
  reviewDates: readonly { saidAt: Instant; on: CalendarDate }[];
  because?: Flag['because'];
}

/** The evidence that a flag shows at the most; the rest is in the timeline. */
const evidenceShown = 20;

/** Every flag of which something stands on a subject at an instant. What a rule finds goes before what sources say. */
export function standingsOf(record: SubjectRecord, at: Instant): Standing[] {
  const found = uprnOf(record.subject) === undefined ? [] : rules.flatMap(rule => foundBy(rule, record, at));
  const standings = [...assertedIn(record), ...found];
  return [...new Map(standings.map(standing => [flagKey(standing), standing])).values()];
}

function foundBy({ code, version, find }: Rule, record: SubjectRecord, at: Instant): Standing[] {
  const finding = find(record, at);
  if (finding === undefined) return [];
  if (isOverridden(record.decisions[code]?.decided.cleared, finding.latest, at)) return [];
  const { since, latest: lastSaid, events } = finding;
  const because = { rule: code, ruleVersion: version, events: events.slice(-evidenceShown) };
  return [{ code, since, sources: [hubSource], authority: 'active', lastSaid, reviewDates: [], because }];
}

/** An officer's word goes before a rule's up to a day, and only about what had happened by then: news is news. */
function isOverridden(cleared: Register<Decided> | undefined, latest: Instant, at: Instant): boolean {
  const until = cleared?.value.until;
  return cleared !== undefined && until !== undefined && latest <= cleared.at && at < startOf(until);
}

/** One flag of all assertions of it that stand, however many sources assert it, under whatever references. */
function assertedIn(record: SubjectRecord): Standing[] {
  const held = Object.values(record.heldFlags).filter(flag => standsOnAnOpenTenancy(record, flag));
  return [...Map.groupBy(held, flagKey)].flatMap(([key, assertions]) => {
    const approved = record.decisions[key]?.decided.approved;
    return standingOf(assertions.map(held => ({ held, authority: authorityOf(held, approved) }))) ?? [];
  });
}

/** A tenancy's flag ends with the tenancy. */
function standsOnAnOpenTenancy({ openCases }: SubjectRecord, { tenancyReference }: HeldFlag): boolean {
  if (tenancyReference === undefined) return true;
  return Object.values(openCases).some(
    ({ kind, reference }) => kind === 'tenancy' && reference === tenancyReference,
  );
}

const mostFirst = ['active', 'pending-approval', 'proposed'] as const;

/** What weighs less than being in force adds nothing to a flag that is. */
function standingOf(
  assertions: readonly { held: HeldFlag; authority: Standing['authority'] }[],
): Standing | undefined {
  const authority = mostFirst.find(one => assertions.some(assertion => assertion.authority === one));
  const isCounted = (one: Standing['authority']) => one !== 'proposed' || authority === 'proposed';
  const counted = assertions.filter(one => isCounted(one.authority)).map(({ held }) => held);
  const [since] = counted.map(held => held.since.at).sort();
  const lastSaid = counted
    .map(held => held.last.at)
    .sort()
    .at(-1);
  const [first] = counted;
  if (first === undefined || since === undefined || lastSaid === undefined || authority === undefined)
    return undefined;
  const { code, tenancyReference } = first;
  const reviewDates = counted.flatMap(({ last, reviewDue: on }) =>
    on === undefined ? [] : [{ saidAt: last.at, on }],
  );
  const sources = [...new Set(counted.map(({ system }) => system))].sort();
  return { code, tenancyReference, since, sources, authority, lastSaid, reviewDates };
}

/**
 * How much an assertion counts. A source system has its own process; an officer of a team that may not raise the flag
 * proposes it, and where it is about conduct a second person has to approve it, never the one who raised it.
 */
function authorityOf(
  { code, since, raisedBy }: HeldFlag,
  approved: Register<Decided> | undefined,
): Standing['authority'] {
  if (raisedBy === undefined) return 'active';
  const isApproved =
    approved !== undefined &&
    compareStamps(since, approved) < 0 &&
    approved.value.by.officer !== raisedBy.officer;
  if (isApproved) return 'active';
  const { mayRaise, secondPerson } = flagDefinition(code);
  if (!mayRaise.includes(raisedBy.team)) return 'proposed';
  return secondPerson ? 'pending-approval' : 'active';
}
