import type { Touched } from '../../../../schemas/event-definition.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import { type CaseEffect, type EffectsFor, known } from '../effect.ts';
import type { Fact } from '../fact.ts';
import { personOf } from '../subject-record.ts';

/** A member of a household, and whether the tenancy is theirs. */
export interface Member {
  person: PersonReference;
  responsible: boolean;
}
type HouseholdData = { tenancyReference: string; subjects: readonly Touched[] };

/** The fact that somebody is (or no longer is) of a household is named after them: one register a person. */
const memberFactPrefix = 'member ';

/** Who is of the household that the facts of a tenancy describe, and not of those that left it. */
export function membersIn(facts: Readonly<Record<string, Fact>>): Member[] {
  return Object.entries(facts).flatMap(([name, fact]) => {
    if (!name.startsWith(memberFactPrefix) || typeof fact !== 'object') return [];
    if (fact?.['present'] === false) return [];
    const person = name.slice(memberFactPrefix.length) as PersonReference;
    return [{ person, responsible: fact?.['responsible'] === true }];
  });
}

/** A home keeps the whole household; a person keeps their own part and the home that it is in. */
function tenancyCase(
  data: HouseholdData,
  { subject }: Touched,
  members: readonly Member[],
  present: boolean,
): CaseEffect {
  const self = personOf(subject);
  const kept = members.filter(({ person }) => self === undefined || person === self);
  const household = kept.map(({ person, responsible }): [string, Fact] => [
    `${memberFactPrefix}${person}`,
    { present, responsible },
  ]);
  const home = data.subjects.find(({ role }) => role === 'home')?.subject;
  const place: [string, Fact][] = self === undefined || home === undefined ? [] : [['home', home]];
  return {
    kind: 'tenancy',
    reference: data.tenancyReference,
    facts: Object.fromEntries([...household, ...place]),
  };
}

const stays = ['offered', 'taken-up', 'ended'] as const;

interface Accommodation {
  accommodationReference: string;
  reason?: string | undefined;
  hazardReference?: string | undefined;
}

/** That a household was offered somewhere to stay, or stays there, and why. */
function accommodationCase(
  { accommodationReference: reference, reason, hazardReference }: Accommodation,
  stage: (typeof stays)[number],
  facts: Record<string, Fact> = {},
): CaseEffect {
  const why = known({ reason, hazardReference });
  return {
    kind: 'accommodation',
    reference,
    stage: [stage, stays.indexOf(stage)],
    facts: { ...why, ...facts },
  };
}

export const tenancyEffects: EffectsFor<'tenancy'> = {
  'housing.tenancy.started.v1': ({ data }, touched) => {
    const tenancy = tenancyCase(data, touched, data.household, true);
    const { tenure, tenureCode, tenureKind } = data;
    const facts = { ...tenancy.facts, ...known({ tenure, tenureCode, tenureKind }) };
    return { case: { ...tenancy, facts, open: true } };
  },
  'housing.tenancy.ended.v1': ({ data }, touched) => ({
    case: { ...tenancyCase(data, touched, [], true), open: false },
  }),
  'housing.tenancy.household-changed.v1': ({ data }, touched) => {
    const joined = data.change === 'joined';
    const tenancy = tenancyCase(data, touched, [data.member], joined);
    const opensForThem = joined && personOf(touched.subject) === data.member.person;
    return { case: opensForThem ? { ...tenancy, open: true } : tenancy };
  },
  'housing.tenancy.contact-recorded.v1': () => ({ total: 'contacts' }),
  'housing.tenancy.access-notice-served.v1': ({ data }) => ({
    case: { kind: 'tenancy', reference: data.tenancyReference, facts: { accessNotice: data.notice } },
  }),
  'housing.tenancy.enforcement-opened.v1': ({ data }) => ({
    case: {
      kind: 'enforcement',
      reference: data.enforcementReference,
      open: true,
      facts: { ground: data.ground },
    },
  }),
  'housing.tenancy.enforcement-closed.v1': ({ data }) => ({
    case: {
      kind: 'enforcement',
      reference: data.enforcementReference,
      open: false,
      facts: { outcome: data.outcome },
    },
  }),
  'housing.tenancy.accommodation-offered.v1': ({ data }) => ({
    case: { ...accommodationCase(data, 'offered'), open: true },
  }),
  'housing.tenancy.accommodation-taken-up.v1': ({ data }) => ({
    case: { ...accommodationCase(data, 'taken-up'), open: true },
  }),
  'housing.tenancy.accommodation-ended.v1': ({ data }) => ({
    case: { ...accommodationCase(data, 'ended', { outcome: data.outcome }), open: false },
  }),
  'housing.tenancy.adjustment-recorded.v1': () => ({}),
};

export const personEffects: EffectsFor<'person'> = {
  'housing.person.identified.v1': ({ data: { knownAs } }) => ({ link: { knownAs, holds: true } }),
  'housing.person.parted.v1': ({ data: { knownAs } }) => ({ link: { knownAs, holds: false } }),
  'housing.person.details-recorded.v1': ({ data: { name, dateOfBirth } }) => ({
    details: { name, dateOfBirth },
  }),
};
