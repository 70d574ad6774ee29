import * as z from 'zod';
import { type Flag, flagSchema } from '../../../schemas/flags.ts';
import { type PersonReference, uprnSchema } from '../../../schemas/reference.ts';
import type { Place } from '../identity/place.ts';
import { memberFactPrefix } from '../record/effects/tenancy.ts';
import type { Announced, Fact, OpenCase, SubjectRecord } from '../record/subject-record.ts';
import { casesInOrder, flagsInOrder } from './in-order.ts';
import { maySeeFlag, maySeeNames, type Viewer } from './need-to-know.ts';

/** One subject as it is stored: its record and the flags that were announced of it. */
export interface StoredSubject {
  record: SubjectRecord;
  announced: Announced;
}

/** Everything that one look at a property needs; each part is absent when nothing was heard of it. */
export interface PropertySources {
  place: Place;
  property: StoredSubject | undefined;
  block: StoredSubject | undefined;
  household: Readonly<Record<PersonReference, StoredSubject>>;
}

interface Member {
  person: PersonReference;
  responsible: boolean;
}

/** Everybody of the households that live in a property now. */
export function householdOf(record: SubjectRecord | undefined): Member[] {
  const tenancies = casesInOrder(record?.openCases ?? {}).filter(({ kind }) => kind === 'tenancy');
  return tenancies.flatMap(({ facts }) => Object.entries(facts).sort(byName).flatMap(memberIn));
}

function memberIn([name, fact]: [string, Fact]): Member[] {
  if (!name.startsWith(memberFactPrefix) || typeof fact !== 'object' || fact === null) return [];
  if (fact['present'] === false) return [];
  const person = name.slice(memberFactPrefix.length) as PersonReference;
  return [{ person, responsible: fact['responsible'] === true }];
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The flags that show on a property: its own, its block's, and those of everybody who lives there now. */
export function flagsOn({ property, block, household }: PropertySources, viewer: Viewer): Flag[] {
  const people = householdOf(property?.record).map(({ person }) => household[person]);
  const persons = people.flatMap(person => Object.values(person?.announced ?? {}));
  const own = Object.values(property?.announced ?? {});
  const inherited = Object.values(block?.announced ?? {});
  return flagsInOrder([...own, ...inherited, ...persons].filter(({ code }) => maySeeFlag(viewer, code)));
}

/** A property as an officer of one team sees it. */
export function propertyView(sources: PropertySources, viewer: Viewer) {
  const { place, property, block, household } = sources;
  const record = property?.record;
  return {
    uprn: place.uprn,
    address: place.address,
    postcode: place.postcode,
    block:
      place.blockUprn === undefined
        ? undefined
        : { uprn: place.blockUprn, openLeaks: openLeaks(block?.record) },
    floor: place.floor,
    stack: place.stack,
    references: place.references,
    flags: flagsOn(sources, viewer),
    openCases: casesInOrder(record?.openCases ?? {})
      .filter(({ kind }) => kind !== 'tenancy')
      .map(caseView),
    household: householdOf(record).map(({ person, responsible }) => ({
      person,
      responsible,
      name: maySeeNames(viewer) ? household[person]?.record.details?.value.name : undefined,
    })),
    signals: signalsOf(record),
    feeds: record?.feeds ?? {},
  };
}

function openLeaks(record: SubjectRecord | undefined): string[] {
  return casesInOrder(record?.openCases ?? {}).flatMap(({ kind, reference }) =>
    kind === 'leak' ? [reference] : [],
  );
}

function caseView({ kind, system, reference, openedAt, stage, facts }: OpenCase) {
  return { kind, system, reference, openedAt, stage, facts };
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

const countSchema = z.int().min(0);

export const propertyViewSchema = z.object({
  uprn: uprnSchema,
  address: z.string(),
  postcode: z.string(),
  block: z.object({ uprn: uprnSchema, openLeaks: z.array(z.string()) }).optional(),
  floor: z.string().optional(),
  stack: z.string().optional(),
  references: z.record(z.string(), z.array(z.string())),
  flags: z.array(flagSchema),
  openCases: z.array(
    z.object({
      kind: z.string(),
      system: z.string(),
      reference: z.string(),
      openedAt: z.iso.datetime(),
      stage: z.string().optional(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  household: z.array(z.object({ person: z.string(), responsible: z.boolean(), name: z.string().optional() })),
  signals: z.object({
    leaks: countSchema,
    visits: countSchema,
    noAccess: countSchema,
    contacts: countSchema,
    complaints: countSchema,
    repairs: countSchema,
    events: countSchema,
  }),
  feeds: z.record(z.string(), z.iso.datetime()),
});
