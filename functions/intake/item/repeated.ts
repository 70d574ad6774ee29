import type { Problem } from '../../adapters/contract.ts';
import type { RepeatedKey } from '../../shell/http/repeated-keys.ts';
import { pointerOf } from './problems.ts';

const longestShown = 60;

/** What is wrong with a key that stands twice: which of the two values is meant, only its sender knows. */
export function repeatedProblem({ key, before, path }: RepeatedKey): Problem {
  const [named, earlier] = [key, before].map(name => `“${name.slice(0, longestShown)}”`);
  const message =
    key === before
      ? `The key ${named} stands there twice`
      : `The key ${named} stands there beside ${earlier}`;
  return { path: pointerOf([...path, key]), message, expected: 'each key once' };
}
