import type { FailedItems } from '../lambda/batch-response.ts';

/** What is to become of a batch of stream records. */
export type NextStep =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly from: number }
  | { readonly kind: 'halves'; readonly from: number; readonly middle: number }
  | { readonly kind: 'give-up'; readonly from: number };

/** How a mapping treats failures. */
export interface FailurePolicy {
  /** `undefined`: again and again. */
  readonly maximumRetries: number | undefined;
  readonly bisects: boolean;
}

/**
 * Decides what follows an attempt, as Lambda documents for streams: processing restarts at the
 * lowest failed record; a batch that failed as a whole is cut in two where the mapping bisects;
 * what is still failing after the last retry is given up.
 *
 * @param failed positions that failed
 * @param size how many records the batch has
 * @param attempt how often it had been retried before
 * @param policy the mapping's settings
 */
export function afterAttempt(
  failed: FailedItems,
  size: number,
  attempt: number,
  policy: FailurePolicy,
): NextStep {
  if (failed.size === 0) return { kind: 'done' };
  const from = Math.min(...failed);
  if (policy.bisects && from === 0 && size > 1) return { kind: 'halves', from, middle: Math.ceil(size / 2) };
  if (policy.maximumRetries !== undefined && attempt >= policy.maximumRetries)
    return { kind: 'give-up', from };
  return { kind: 'again', from };
}
