import type { Touched } from '../../../../schemas/event-definition.ts';
import type { CaseEffect, EffectsFor } from '../effect.ts';
import type { Fact } from '../row.ts';
import { personOf } from '../subject-record.ts';

interface Member {
  person: string;
  responsible: boolean;
}
type HouseholdData = { tenancyReference: string; subjects: readonly Touched[] };

/** The fact that somebody is (or no longer is) of a household is named after them: one register a person. */
export const memberFactPrefix = 'member ';

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

export const tenancyEffects: EffectsFor<'tenancy'> = {
  'housing.tenancy.started.v1': ({ data }, touched) => {
    const tenancy = tenancyCase(data, touched, data.household, true);
    return { case: { ...tenancy, facts: { ...tenancy.facts, tenure: data.tenure }, open: true } };
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
  'housing.tenancy.adjustment-recorded.v1': () => ({}),
};

export const personEffects: EffectsFor<'person'> = {
  'housing.person.details-recorded.v1': ({ data: { name, dateOfBirth } }) => ({
    details: { name, dateOfBirth },
  }),
};
