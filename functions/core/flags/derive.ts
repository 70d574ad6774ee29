import { Temporal } from 'temporal-polyfill';
import { hubSource } from '../../../schemas/envelope.ts';
import { type FlagCode, flagDefinition, maximumPlaces } from '../../../schemas/flags.ts';
import {
  type CalendarDate,
  dateSchema,
  type Instant,
  type Uprn,
  uprnFrom,
} from '../../../schemas/reference.ts';
import { memberFactPrefix } from '../record/effects/tenancy.ts';
import { flagKey } from '../record/rows.ts';
import {
  type DerivedFlag,
  type HeldFlag,
  personOf,
  type SubjectRecord,
  uprnOf,
} from '../record/subject-record.ts';
import { rules } from '../rules/rules.ts';

/** The evidence that a flag shows at the most; the rest is in the timeline. */
const evidenceShown = 20;

/** Every flag that stands on a subject at an instant, by flag key: asserted by source systems, or found by a rule. */
export function flagsOf(record: SubjectRecord, at: Instant): Record<string, DerivedFlag> {
  const places = placesOf(record);
  const asserted = Object.values(record.heldFlags)
    .filter(held => standsOnAnOpenTenancy(record, held))
    .map(held => completed(record, places, held));
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

function standsOnAnOpenTenancy({ openCases }: SubjectRecord, { tenancyReference }: HeldFlag): boolean {
  if (tenancyReference === undefined) return true;
  return Object.values(openCases).some(
    ({ kind, reference }) => kind === 'tenancy' && reference === tenancyReference,
  );
}

type Statement = { code: FlagCode; since: Instant } & Omit<HeldFlag, 'code' | 'since'>;

function completed({ subject }: SubjectRecord, places: Uprn[], statement: Statement): DerivedFlag {
  const { family, hangsOn, severity, instruction, reviewDays } = flagDefinition(statement.code);
  const { code, since, sources, tenancyReference } = statement;
  const reviewDue = statement.reviewDue ?? daysAfter(since, reviewDays);
  const identity = tenancyReference === undefined ? { code } : { code, tenancyReference };
  return {
    ...identity,
    on: subject,
    family,
    hangsOn,
    severity,
    instruction,
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
