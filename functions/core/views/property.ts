import * as z from 'zod';
import { isInForce } from '../../../schemas/flag-life.ts';
import { type Flag, flagSchema } from '../../../schemas/flags.ts';
import {
  type Instant,
  personSubject,
  propertySubject,
  type Uprn,
  uprnSchema,
} from '../../../schemas/reference.ts';
import { type Place, placeSchema } from '../identity/place.ts';
import { openHazards } from '../record/hazards.ts';
import { isOfThisHousehold } from '../record/household.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { comingOf, comingSchema } from './coming.ts';
import type { Shown } from './disclosure.ts';
import { hazardCase, type ShownCase } from './hazard-case.ts';
import { type Household, householdView, peopleOf, residentsOf } from './household.ts';
import { casesInOrder, flagsInOrder } from './in-order.ts';
import { flagFor, type Viewer } from './need-to-know.ts';
import type { StoredSubject } from './stored-subject.ts';
import { readTexts, safeguardingExposure } from './texts.ts';

/** Everything that one look at a property needs; each part is absent when nothing was heard of it. */
export interface PropertySources {
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

/**
 * The flags that show on a property: its own, its block's, those of the homes that it succeeded and those of everybody
 * who lives there now.
 */
export function flagsOn(sources: PropertySources, viewer: Viewer): Flag[] {
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
  const { blockUprn, ...ofPlace } = place;
  const cases = openCasesOf(record, at).flatMap(one => caseView(one, viewer) ?? []);
  const household = householdView(residentsOf(sources), sources.household, viewer);
  const answer = {
    ...ofPlace,
    block: blockUprn === undefined ? undefined : { uprn: blockUprn, openLeaks: openLeaks(block?.record) },
    succeeds:
      predecessors.length === 0
        ? undefined
        : predecessors.map(former => ({
            uprn: former.uprn,
            openCases: openCasesOf(former.property?.record, at).length,
          })),
    flags: flagsOn(sources, viewer),
    openCases: cases.map(one => one.answer),
    household,
    coming: comingFor(record, sources.at, viewer),
    signals: signalsOf(record),
    feeds: record?.feeds ?? {},
  };
  const named = household.filter(({ name }) => name !== undefined);
  const names = named.map(({ person }) => ({ about: personSubject(person), detail: 'name' as const }));
  const matters = cases.flatMap(({ details }) =>
    details.map(detail => ({ about: propertySubject(place.uprn), detail })),
  );
  return { answer, disclosed: [...names, ...matters] } satisfies Shown<object>;
}

/** What is open at the home; enforcement is against a household, and no business of the one that comes after it. */
function openCasesOf(record: SubjectRecord | undefined, at: Instant): ShownCase[] {
  if (record === undefined) return [];
  const cases = Object.values(record.openCases).filter(
    ({ kind, openedAt }) =>
      kind !== 'tenancy' && (kind !== 'enforcement' || isOfThisHousehold(record, openedAt, at)),
  );
  return casesInOrder([...cases, ...openHazards(record).map(hazardCase)]);
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

/** Nothing in a case is sealed; but what a system calls it may say what the home must not be marked by. */
function caseView({ kind, system, reference, openedAt, stage, facts }: ShownCase, viewer: Viewer) {
  const phrase = (words: string) => safeguardingExposure(words, viewer, system);
  const seen = readTexts({ reference, facts }, { sealed: () => 'withheld', phrase });
  if (typeof seen?.data['reference'] !== 'string') return undefined;
  const { facts: shown } = seen.data as { facts: Record<string, unknown> };
  return { answer: { kind, system, reference, openedAt, stage, facts: shown }, details: seen.details };
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

export const propertyViewSchema = placeSchema.omit({ blockUprn: true }).extend({
  block: z.object({ uprn: uprnSchema, openLeaks: z.array(z.string()) }).optional(),
  succeeds: z
    .array(z.object({ uprn: uprnSchema, openCases: countSchema }))
    .optional()
    .meta({ description: 'The retired homes that this one succeeded; their records stay as they were' }),
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
  household: z.array(
    z.object({
      person: z.string(),
      alsoKnownAs: z
        .array(z.string())
        .optional()
        .meta({ description: 'The other keys of the same person, where officers found them to be one' }),
      responsible: z.boolean(),
      missingSince: z.iso.datetime().optional().meta({
        description: 'Since when the list of tenancies has their tenancy no more: make sure who lives here',
      }),
      name: z.string().optional(),
    }),
  ),
  coming: z
    .array(comingSchema)
    .meta({ description: 'What is to happen here, the soonest first: it takes effect by itself on its day' }),
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
