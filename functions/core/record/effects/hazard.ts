import type { HazardKind } from '../../../../schemas/events/hazard.ts';
import { type EffectsFor, foundIf, type OccurrenceEffect } from '../effect.ts';
import type { Fact } from '../fact.ts';
import { type HazardStage, hazardStageSchema } from '../hazards.ts';

interface Said {
  hazard: HazardKind;
  hazardReference?: string | undefined;
}

/** What several systems say of one kind of hazard at a home is said of one thing, which recurs. */
function step(
  { hazard, hazardReference }: Said,
  does: OccurrenceEffect['does'],
  stage: HazardStage,
  facts?: Record<string, Fact>,
): { occurrence: OccurrenceEffect } {
  const occurrence: OccurrenceEffect = {
    kind: 'hazard',
    of: hazard,
    does,
    stage: [stage, hazardStageSchema.options.indexOf(stage)],
    ...(hazardReference === undefined ? {} : { names: hazardReference }),
    ...(facts === undefined ? {} : { facts }),
  };
  return { occurrence };
}

/**
 * A hazard is open from the first report after the last ending. It ends when it is closed, or when an investigation finds
 * none; made safe, it is open until the works are done. That nobody was let in is no ending (R11).
 */
export const hazardEffects: EffectsFor<'hazard'> = {
  'housing.hazard.suspected.v1': ({ data }) =>
    step(data, 'opens', 'suspected', data.severity === undefined ? undefined : { severity: data.severity }),
  'housing.hazard.investigated.v1': ({ data }) => {
    const { result, finding } = data;
    const found = step(data, result === 'none' ? 'ends' : 'opens', 'investigated', { result });
    return { ...found, ...foundIf(finding) };
  },
  'housing.hazard.summary-sent.v1': ({ data }) => step(data, 'advances', 'summary-sent'),
  'housing.hazard.made-safe.v1': ({ data }) => step(data, 'advances', 'made-safe'),
  'housing.hazard.works-started.v1': ({ data }) => step(data, 'advances', 'works-started'),
  'housing.hazard.works-completed.v1': ({ data }) => step(data, 'advances', 'works-completed'),
  'housing.hazard.closed.v1': ({ data }) =>
    data.outcome === 'no-access' ? {} : step(data, 'ends', 'closed'),
};
