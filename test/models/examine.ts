import { availableParallelism } from 'node:os';
import { type Exploration, explore } from './explore.ts';
import type { Guard, Model } from './model.ts';

/** A model as it is, or without one of its guards, and what came of exploring it. */
export interface Examined {
  model: Model;
  leftOut: Guard | undefined;
  explored: Exploration;
}

/** Whether it is as it has to be: a whole model has no fault in any state, and without any of its guards it has one. */
export function holds({ leftOut, explored: { fault, isExhaustive } }: Examined): boolean {
  return leftOut === undefined ? fault === undefined && isExhaustive : fault !== undefined;
}

/** Explores models, each whole and without each of its guards, on every core. The whole ones, which last, begin first. */
export async function examine(models: readonly Model[]): Promise<Examined[]> {
  const wholes = models.map(model => ({ model, leftOut: undefined }));
  const without = models.flatMap(model => model.guards.map(leftOut => ({ model, leftOut })));
  const waiting = [...wholes, ...without];
  const examined: Examined[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      examined.push({ ...next, explored: await explore(next.model, next.leftOut) });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return examined;
}
