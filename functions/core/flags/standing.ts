import { hubSource } from '../../../schemas/envelope.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { Decided, FlagIdentity } from '../record/flag-statement.ts';
import type { Register } from '../record/registers.ts';
import { type HeldFlag, type SubjectRecord, uprnOf } from '../record/subject-record.ts';
import { tenanciesAt } from '../record/tenancies.ts';
import { type Rule, versionAt } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import { earlierOf, laterOf, startOf } from '../time/instants.ts';
import { type Authority, authorityOf } from './authority.ts';
import { isAboutSubject } from './known-as.ts';

/** What stands of one flag, by the word of sources or by a rule, before time has its say. */
export interface Standing extends FlagIdentity {
  since: Instant;
  sources: string[];
  authority: Authority;
  /** When it was said or confirmed last, and the dates of review that sources gave, each with when. */
  lastSaid: Instant;
  reviewDates: readonly { saidAt: Instant; on: CalendarDate }[];
  because?: Flag['because'];
}

/** The evidence that a flag shows at the most; the rest is in the timeline. */
const evidenceShown = 20;

/** Every flag of which something stands on a subject at an instant, by the word of sources, by a rule's, or by both. */
export function standingsOf(record: SubjectRecord, at: Instant): Standing[] {
  const found = uprnOf(record.subject) === undefined ? [] : rules.flatMap(rule => foundBy(rule, record, at));
  return merged([...assertedIn(record, at), ...found]);
}

/** One of each flag. */
function merged(standings: readonly Standing[]): Standing[] {
  const byKey = new Map<string, Standing>();
  for (const standing of standings) {
    const key = flagKey(standing);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? standing : together(before, standing));
  }
  return [...byKey.values()];
}

function foundBy({ code, versions, find }: Rule, record: SubjectRecord, at: Instant): Standing[] {
  const finding = find(record, at);
  if (finding === undefined) return [];
  if (isOverridden(record.decisions[code]?.decided.cleared, finding.latest, at)) return [];
  const { since, latest: lastSaid, events, references = [] } = finding;
  const { version: ruleVersion } = versionAt(versions, at);
  const named = references.length === 0 ? {} : { references: references.slice(-evidenceShown) };
  const because = { rule: code, ruleVersion, events: events.slice(-evidenceShown), ...named };
  return [{ code, since, sources: [hubSource], authority: 'active', lastSaid, reviewDates: [], because }];
}

/** An officer's word goes before a rule's up to a day, and only about what had happened by then: news is news. */
function isOverridden(cleared: Register<Decided> | undefined, latest: Instant, at: Instant): boolean {
  if (cleared?.value.until === undefined) return false;
  return latest <= cleared.at && at < startOf(cleared.value.until);
}

/** One flag of all assertions of it that stand, however many sources assert it, under whatever references. */
function assertedIn(record: SubjectRecord, at: Instant): Standing[] {
  const tenancies = new Set(tenanciesAt(record, at).map(({ reference }) => comparedKey(reference)));
  const held = Object.values(record.heldFlags).filter(
    one => !hasEnded(one, at) && standsOnATenancyOf(tenancies, one) && isAboutSubject(record, one, at),
  );
  return merged(held.map(one => standingOf(one, record.decisions[flagKey(one)]?.decided.approved)));
}

/** Whether the day has come on which its own source meant to end it. */
export function hasEnded({ endsOn }: Pick<HeldFlag, 'endsOn'>, at: Instant): boolean {
  return endsOn !== undefined && at >= startOf(endsOn);
}

/** A tenancy's flag ends with the tenancy. */
function standsOnATenancyOf(tenancies: ReadonlySet<string>, { tenancyReference }: HeldFlag): boolean {
  return tenancyReference === undefined || tenancies.has(comparedKey(tenancyReference));
}

function standingOf(held: HeldFlag, approved: Register<Decided> | undefined): Standing {
  const { code, tenancyReference, since, last, confirmedAt = last.at, reviewDue: on, system } = held;
  return {
    code,
    tenancyReference,
    since: since.at,
    sources: [system],
    authority: authorityOf(held, approved),
    lastSaid: laterOf(last.at, confirmedAt),
    reviewDates: on === undefined ? [] : [{ saidAt: last.at, on }],
  };
}

/** What two assertions of one flag come to; one that is only proposed adds nothing to one that is in force. */
function together(one: Standing, other: Standing): Standing {
  if (isProposed(one) !== isProposed(other)) return isProposed(one) ? other : one;
  return {
    ...one,
    ...(other.because === undefined ? {} : { because: other.because }),
    since: earlierOf(one.since, other.since),
    sources: [...new Set([...one.sources, ...other.sources])].sort(),
    authority: other.authority === 'active' ? 'active' : one.authority,
    lastSaid: laterOf(one.lastSaid, other.lastSaid),
    reviewDates: [...one.reviewDates, ...other.reviewDates],
  };
}

function isProposed({ authority }: Standing): boolean {
  return authority === 'proposed';
}
