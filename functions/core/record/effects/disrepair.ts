import type { EventOf } from '../../../../schemas/catalogue.ts';
import { factName } from '../case-facts.ts';
import { type CaseEffect, type EffectsFor, known } from '../effect.ts';
import type { Fact } from '../fact.ts';

const stages = ['received', 'responded', 'issued', 'closed'] as const;

function claim(
  reference: string,
  stage: (typeof stages)[number],
  facts: Record<string, Fact>,
): Required<Omit<CaseEffect, 'open' | 'proof'>> {
  return { kind: 'disrepair-claim', reference, stage: [stage, stages.indexOf(stage)], facts };
}

type PromisedWorks = EventOf<'housing.disrepair.claim-responded.v1'>['data']['promisedWorks'];

/** Each by its category and day, as a complaint’s promises stand in its facts. */
function promises(works: PromisedWorks = []): Record<string, Fact> {
  return Object.fromEntries(
    works.map(({ promiseReference, category, dueOn }) => [
      factName('promise', promiseReference),
      known({ category, dueOn }),
    ]),
  );
}

/** A claim is open, and repairs are under legal hold, from the letter of claim until it is settled, decided or dropped. */
export const disrepairEffects: EffectsFor<'disrepair'> = {
  'housing.disrepair.claim-received.v1': ({ data }) => ({
    case: {
      ...claim(data.claimReference, 'received', {
        ...known({ letterDated: data.letterDated, solicitorOrganisation: data.solicitorOrganisation }),
        ...Object.fromEntries(data.defects.map(({ hazard }) => [factName('alleged', hazard), true])),
      }),
      open: true,
    },
  }),
  'housing.disrepair.claim-responded.v1': ({ data }) => ({
    case: claim(data.claimReference, 'responded', {
      ...known({ liability: data.liability, expert: data.expert, inspectionOn: data.inspectionOn }),
      ...promises(data.promisedWorks),
    }),
  }),
  'housing.disrepair.claim-issued.v1': ({ data }) => ({
    case: claim(
      data.claimReference,
      'issued',
      known({ courtReference: data.courtReference, court: data.court }),
    ),
  }),
  'housing.disrepair.claim-closed.v1': ({ data }) => ({
    case: {
      ...claim(data.claimReference, 'closed', {
        outcome: data.outcome,
        ...promises(data.promisedWorks),
      }),
      open: false,
    },
  }),
};
