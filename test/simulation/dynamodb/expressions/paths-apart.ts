import { invalid } from '../errors.ts';
import type { Path } from './syntax.ts';

/** Refuses paths of which one leads into another, or two take the same place for a map and for a list. */
export function checkPathsApart(paths: readonly Path[], expression: string): void {
  for (const [index, path] of paths.entries())
    for (const other of paths.slice(index + 1)) checkApart(path, other, expression);
}

function checkApart(path: Path, other: Path, expression: string): void {
  const parting = path.findIndex((step, at) => step !== other[at]);
  const [step, otherStep] = [path[parting], other[parting]];
  if (step === undefined || otherStep === undefined)
    throw invalid(`Invalid ${expression}: Two document paths overlap with each other`);
  if (typeof step !== typeof otherStep)
    throw invalid(`Invalid ${expression}: Two document paths conflict with each other`);
}
