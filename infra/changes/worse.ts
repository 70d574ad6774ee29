import type { Template } from '../merged-template.ts';
import { accessIn, accessLost } from './access.ts';
import { type Change, keptIn, losses } from './kept.ts';

type Stacks = ReadonlyMap<string, Partial<Template>>;

/** What a deployment would take away that was there: things kept, and access. */
export function worse(before: Stacks, after: Stacks): Change[] {
  return [...losses(keptIn(before), keptIn(after)), ...accessLost(accessIn(before), accessIn(after))];
}
