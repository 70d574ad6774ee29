import { Temporal } from 'temporal-polyfill';
import { hubSource } from '../../../schemas/envelope.ts';
import { flagDefinition, maximumPlaces } from '../../../schemas/flags.ts';
import {
  type CalendarDate,
  dateSchema,
  type Instant,
  type SystemName,
  type Uprn,
  uprnFrom,
} from '../../../schemas/reference.ts';
import { memberFactPrefix } from '../record/effects/tenancy.ts';
import { flagKey } from '../record/rows.ts';
import {
  type DerivedFlag,
  type FlagIdentity,
  type HeldFlag,
  personOf,
  type SubjectRecord,
  uprnOf,
} from '../record/subject-record.ts';
import { rules } from '../rules/rules.ts';
import { flagId } from './flag-id.ts';

/** The evidence that a flag shows at the most; the rest is in the timeline. */
const evidenceShown = 20;

/** Every flag that stands on a subject at an instant, by flag key: asserted by source systems, or found by a rule. */
export function flagsOf(record: SubjectRecord, at: Instant): Record<string, DerivedFlag> {
  const places = placesOf(record);
  const asserted = assertedFlags(record).map(flag => completed(record, places, flag));
  const found = rules.flatMap(({ code, version, find }) => {
    const finding = uprnOf(record.subject) === undefined ? undefined : find(record, at);
    if (finding === undefined) return [];
    const because = { rule: code, ruleVersion: version, events: finding.events.slice(-evidenceShown) };
    return [
      {
        ...completed(record, places, { code, since: finding.since, sources: [] }),
        sources: [hubSource],
        because,
      },
    ];
  });
  return Object.fromEntries([...asserted, ...found].map(flag => [flagKey(flag), flag]));
}

/**
 * Where a subject's flags show: a property on itself, a person on every home whose household they are of now. A person
 * who stands in for the unknown tenants of a whole estate shows on the first of them: an announcement that lists more
 * than the language allows could not be read by anybody, and would keep all others waiting.
 */
function placesOf(record: SubjectRecord): Uprn[] {
  const uprn = uprnOf(record.subject);
  if (uprn !== undefined) return [uprn];
  const self = `${memberFactPrefix}${personOf(record.subject)}`;
  const homes = Object.values(record.openCases).flatMap(({ kind, facts }) => {
    const member = facts[self];
    const present = typeof member === 'object' && member !== null && member['present'] !== false;
    const home = kind === 'tenancy' && present ? facts['home'] : undefined;
    return typeof home === 'string' ? [uprnFrom(home.slice('property/'.length))] : [];
  });
  return [...new Set(homes.filter(home => home !== undefined))].sort().slice(0, maximumPlaces);
}

/** One flag of all assertions of it that stand, however many source systems assert it, under whatever references. */
function assertedFlags(record: SubjectRecord): Statement[] {
  const held = Object.values(record.heldFlags).filter(flag => standsOnAnOpenTenancy(record, flag));
  return [...Map.groupBy(held, flagKey).values()].flatMap(assertions => {
    const [flag] = assertions;
    const [since] = assertions.map(assertion => assertion.since).sort();
    if (flag === undefined || since === undefined) return [];
    const { code, tenancyReference } = flag;
    const [reviewDue] = assertions.flatMap(assertion => assertion.reviewDue ?? []).sort();
    const sources = [...new Set(assertions.map(({ system }) => system))].sort();
    return [{ code, tenancyReference, since, sources, reviewDue }];
  });
}

function standsOnAnOpenTenancy({ openCases }: SubjectRecord, { tenancyReference }: HeldFlag): boolean {
  if (tenancyReference === undefined) return true;
  return Object.values(openCases).some(
    ({ kind, reference }) => kind === 'tenancy' && reference === tenancyReference,
  );
}

/** What is said of a flag, by source systems or by a rule. */
interface Statement extends FlagIdentity {
  since: Instant;
  sources: SystemName[];
  reviewDue?: CalendarDate | undefined;
}

function completed({ subject }: SubjectRecord, places: Uprn[], statement: Statement): DerivedFlag {
  const { family, hangsOn, severity, instruction, reviewDays } = flagDefinition(statement.code);
  const { code, since, sources, tenancyReference } = statement;
  const reviewDue = statement.reviewDue ?? daysAfter(since, reviewDays);
  const identity = tenancyReference === undefined ? { code } : { code, tenancyReference };
  return {
    id: flagId({ ...identity, on: subject }),
    ...identity,
    on: subject,
    family,
    hangsOn,
    severity,
    instruction,
    state: 'active',
    since,
    reviewDue,
    sources,
    places,
  };
}

function daysAfter(instant: Instant, days: number): CalendarDate {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate();
  return dateSchema.parse(day.add({ days }).toString());
}
