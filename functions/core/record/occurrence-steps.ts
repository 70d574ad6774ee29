import * as z from 'zod';
import { systemNameSchema } from '../../../schemas/reference.ts';
import { factSchema } from './fact.ts';
import { compareStamps, stampSchema } from './registers.ts';

/**
 * One thing that was said of what recurs: it was reported, came further, or ended. Steps that end rank after all others of
 * the same instant.
 */
export const occurrenceStepSchema = stampSchema.extend({
  does: z.enum(['opens', 'advances', 'ends']),
  /** How far it has come with this; `order` is the stage's place among the stages. */
  stage: z.string(),
  order: z.int().nonnegative(),
  system: systemNameSchema,
  /** The reference of the occurrence that it names, where it names one. */
  names: z.string().exactOptional(),
  facts: z.record(z.string(), factSchema).exactOptional(),
});
export type OccurrenceStep = z.infer<typeof occurrenceStepSchema>;

/** Of each stage, so many of the latest steps are kept, and the first of each of so many of the latest months. */
const latestKept = 8;
const monthsKept = 12;

/**
 * Adds a step to those that are kept. Which are kept depends on the set of all steps alone, not on their order, because
 * what is dropped once would be dropped again however many more come: of each stage the latest few, and the first of each
 * of the latest months. Whether something is open, and how far the open one has come, is therefore exact for ever. When it
 * was opened is exact up to eight reports of it, and up to a month beyond.
 */
export function withStep(steps: readonly OccurrenceStep[], next: OccurrenceStep): OccurrenceStep[] {
  if (steps.some(({ id }) => id === next.id)) return [...steps];
  const isAlike = ({ does, stage }: OccurrenceStep) => does === next.does && stage === next.stage;
  const others = steps.filter(step => !isAlike(step));
  return [...others, ...kept([...steps.filter(isAlike), next].sort(compareStamps))].sort(compareStamps);
}

function kept(inOrder: readonly OccurrenceStep[]): OccurrenceStep[] {
  const monthOf = ({ at }: OccurrenceStep) => at.slice(0, 'yyyy-mm'.length);
  const firsts = inOrder.filter((step, index) => {
    const before = inOrder[index - 1];
    return before === undefined || monthOf(before) !== monthOf(step);
  });
  return [...new Set([...firsts.slice(-monthsKept), ...inOrder.slice(-latestKept)])];
}
