import type { CaseEffect, EffectsFor } from '../effect.ts';
import type { Fact } from '../row.ts';

const stages = ['suspected', 'investigated', 'summary-sent', 'made-safe'] as const;

/** One case a kind of hazard and home: several reports of the same mould, by whichever team, are one hazard. */
function hazardCase(
  hazard: string,
  stage: (typeof stages)[number],
  facts: Record<string, Fact> = {},
): CaseEffect {
  return { kind: 'hazard', shared: true, reference: hazard, stage: [stage, stages.indexOf(stage)], facts };
}

export const hazardEffects: EffectsFor<'hazard'> = {
  'housing.hazard.suspected.v1': ({ data }) => ({
    case: { ...hazardCase(data.hazard, 'suspected'), open: true },
  }),
  'housing.hazard.investigated.v1': ({ data }) => ({
    case: {
      ...hazardCase(data.hazard, 'investigated', { result: data.result }),
      open: data.result !== 'none',
    },
  }),
  'housing.hazard.summary-sent.v1': ({ data }) => ({ case: hazardCase(data.hazard, 'summary-sent') }),
  'housing.hazard.made-safe.v1': ({ data }) => ({ case: hazardCase(data.hazard, 'made-safe') }),
};
