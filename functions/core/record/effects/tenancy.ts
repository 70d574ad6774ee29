import type { Touched } from '../../../../schemas/event-definition.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import { type CaseEffect, type Effects, type EffectsFor, known } from '../effect.ts';
import type { Fact } from '../fact.ts';
import { personOf } from '../subject-record.ts';
import { endingCase, endsFact, startsFact, tenancyCase, tenureIn } from '../tenancy-case.ts';

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
  'housing.tenancy.started.v1': ({ data, time }, touched) => {
    const tenancy = tenancyCase(data, touched, data.household, true);
    const facts = { ...tenancy.facts, ...tenureIn(data), [startsFact]: time };
    return { case: { ...tenancy, facts, open: true } };
  },
  'housing.tenancy.start-announced.v1': ({ data }, touched) => {
    const tenancy = tenancyCase(data, touched, data.household ?? [], true);
    const facts = { ...tenancy.facts, ...tenureIn(data), [startsFact]: data.startsAt };
    return { case: { ...tenancy, facts, open: true } };
  },
  'housing.tenancy.end-announced.v1': ({ data }, touched) => ({
    case: endingCase(data, touched, data.endsAt),
  }),
  'housing.tenancy.end-withdrawn.v1': ({ data }, touched) => ({ case: endingCase(data, touched, null) }),
  'housing.tenancy.ended.v1': ({ data, time }, touched) => ({
    // An end that was announced before is one no more, also where this one is taken back.
    case: { ...endingCase(data, touched, time), open: false },
  }),
  'housing.tenancy.household-changed.v1': ({ data }, touched) => {
    const joined = data.change === 'joined';
    const tenancy = tenancyCase(data, touched, [data.member], joined);
    if (!joined || personOf(touched.subject) !== data.member.person) return { case: tenancy };
    // They hear of the tenancy only now: when it begins and ends is told with it.
    const dates = known({ [startsFact]: data.startsAt, [endsFact]: data.endsAt });
    return { case: { ...tenancy, facts: { ...tenancy.facts, ...dates }, open: true } };
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

type Pair = { person: PersonReference; other: PersonReference };

/** Each of the two keeps with whom they are one, or no longer. */
function sameAs({ person, other }: Pair, { subject }: Touched, holds: boolean): Effects {
  return { same: { person: personOf(subject) === person ? other : person, holds } };
}

export const personEffects: EffectsFor<'person'> = {
  'housing.person.merged.v1': ({ data }, touched) => sameAs(data, touched, true),
  'housing.person.separated.v1': ({ data }, touched) => sameAs(data, touched, false),
  'housing.person.identified.v1': ({ data: { knownAs } }) => ({ link: { knownAs, holds: true } }),
  'housing.person.parted.v1': ({ data: { knownAs } }) => ({ link: { knownAs, holds: false } }),
  'housing.person.details-recorded.v1': ({ data: { name, dateOfBirth } }) => ({
    details: { name, dateOfBirth },
  }),
};
