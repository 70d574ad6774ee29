import type { Officer } from '../../../schemas/officers.ts';
import { type DecisionResult, forbidden } from './result.ts';

/**
 * What somebody with several roles decides: as it is in the first in which it is decided, which is the role that is kept
 * with it. Where it is in none, the refusal is one about the decision, if any role may decide at all, and not one about the
 * roles that may not.
 * @param as the same officer in each of their roles, those that see least first: more than it takes is not used
 */
export function inAnyRole(
  as: readonly Officer[],
  judge: (officer: Officer) => DecisionResult,
): DecisionResult {
  const results = as.map(judge);
  return (
    results.find(result => result.ok) ??
    results.find(result => !result.ok && result.refusal.kind !== 'forbidden') ??
    results[0] ??
    forbidden('Nobody decides without a role.')
  );
}
