import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { isInForce } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { type Instant, personSubject, propertySubject, type Uprn } from '../../../schemas/reference.ts';
import type { Place } from '../identity/place.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { startOfTenancy, tenanciesAt } from '../record/tenancies.ts';
import { tenureOf } from '../record/tenancy-case.ts';
import { comingOf } from './coming.ts';
import type { Shown } from './disclosure.ts';
import { dueHere } from './due-here.ts';
import { type Household, householdView, peopleOf, residentsOf } from './household.ts';
import { casesInOrder, flagsInOrder } from './in-order.ts';
import { lastAttemptIn, lastFindingOf } from './last-seen.ts';
import { leaksHere } from './leaks-here.ts';
import { inLocalTimes } from './local-times.ts';
import { flagFor, type Viewer } from './need-to-know.ts';
import { caseView, openCasesOf } from './open-cases.ts';
import type { StoredSubject } from './stored-subject.ts';

/** Everything that the flags of a property follow from; each part is absent when nothing was heard of it. */
export interface FlagSources {
  /** The instant of the look. */
  at: Instant;
  place: Place;
  property: StoredSubject | undefined;
  block: StoredSubject | undefined;
  /** Everybody who lives there, and whoever is one with them. */
  household: Household;
  /** The retired homes that this one succeeded. */
  predecessors: readonly { uprn: Uprn; property: StoredSubject | undefined }[];
}

/** What else is read of it at its door. */
export interface DoorSources {
  /** The latest events that say what somebody found here. */
  findings: readonly SystemEvent[];
  /** The other homes of the leaks that are open here. */
  otherHomes: ReadonlyMap<Uprn, Place>;
}

/** Everything that one look at a property needs. */
export type PropertySources = FlagSources & DoorSources;

/**
 * The flags that show on a property: its own, its block's, those of the homes that it succeeded and those of everybody
 * who lives there now.
 */
export function flagsOn(sources: FlagSources, viewer: Viewer): Flag[] {
  const { property, block, predecessors, household } = sources;
  const all = [
    property,
    block,
    ...predecessors.map(former => former.property),
    ...peopleOf(residentsOf(sources), household),
  ];
  const flags = all.flatMap(stored => Object.values(stored?.flags ?? {}));
  return flagsInOrder(flags.filter(isInForce).flatMap(flag => flagFor(viewer, flag) ?? []));
}

/** A property as an officer of one team sees it. */
export function propertyView(sources: PropertySources, viewer: Viewer) {
  const { place, property, block, predecessors, at } = sources;
  const record = property?.record;
  const { uprn, status, succeededBy, address, alternativeAddresses, postcode, floor, stack } = place;
  const { blockUprn, ...ofPlace } = place;
  const open = openCasesOf(record, at);
  const seen = open.map(one => ({ one, view: caseView(one, viewer) }));
  const cases = seen.flatMap(({ view }) => view ?? []);
  const visible = seen.filter(({ view }) => view !== undefined).map(({ one }) => one);
  const household = householdView(residentsOf(sources), sources.household, viewer);
  const found = lastFindingOf(sources.findings, propertySubject(uprn), viewer);
  const answer = {
    asOf: at,
    ...{ uprn, status, succeededBy, address, alternativeAddresses, postcode, floor, stack },
    flags: flagsOn(sources, viewer).map(whatToDoFirst),
    dueHere: dueHere(
      cases.map(one => one.answer),
      at,
    ),
    leaks: leaksHere(visible, sources.otherHomes),
    lastAttempt: lastAttemptIn(record),
    lastFinding: found?.answer,
    openCases: cases.map(one => one.answer),
    household,
    tenancies: tenanciesOf(record, at),
    coming: comingFor(record, at, viewer),
    block: blockUprn === undefined ? undefined : { uprn: blockUprn, openLeaks: openLeaks(block?.record) },
    succeeds:
      predecessors.length === 0
        ? undefined
        : predecessors.map(former => ({
            uprn: former.uprn,
            openCases: openCasesOf(former.property?.record, at).length,
          })),
    signals: signalsOf(record),
    feeds: record?.feeds ?? {},
    ...ofPlace,
  };
  const named = household.filter(({ name }) => name !== undefined);
  const names = named.map(({ person }) => ({ about: personSubject(person), detail: 'name' as const }));
  const matters = cases.flatMap(({ details }) =>
    details.map(detail => ({ about: propertySubject(place.uprn), detail })),
  );
  const disclosed = [...names, ...matters, ...(found?.disclosed ?? [])];
  return { answer: inLocalTimes(answer), disclosed } satisfies Shown<object>;
}

/** The same flag, in the order in which it is read: what to do, then of what kind it is and how it stands. */
function whatToDoFirst(flag: Flag): Flag {
  const { severity, instruction, code, state, since, reviewDue } = flag;
  return { ...{ severity, instruction, code, state, since, reviewDue }, ...flag };
}

/** How the home is let. */
function tenanciesOf(record: SubjectRecord | undefined, at: Instant) {
  if (record === undefined) return [];
  return casesInOrder(tenanciesAt(record, at)).map(one => ({
    ...tenureOf(one.facts),
    since: startOfTenancy(one) ?? one.openedAt,
  }));
}

/** What is to come at the home. */
function comingFor(record: SubjectRecord | undefined, at: Instant, viewer: Viewer) {
  const known = Object.values(record?.openCases ?? {}).filter(one => caseView(one, viewer) !== undefined);
  return comingOf(known, at);
}

function openLeaks(record: SubjectRecord | undefined): string[] {
  return casesInOrder(Object.values(record?.openCases ?? {})).flatMap(({ kind, reference }) =>
    kind === 'leak' ? [reference] : [],
  );
}

function signalsOf(record: SubjectRecord | undefined) {
  const {
    leaks = 0,
    visits = 0,
    noAccess = 0,
    contacts = 0,
    complaints = 0,
    repairs = 0,
    events = 0,
  } = record?.totals ?? {};
  return { leaks, visits, noAccess, contacts, complaints, repairs, events };
}
