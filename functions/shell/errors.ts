import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

/** An error of the hub's own, with the one thing that a caller has to decide: whether trying again can help. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly retryable: boolean;

  constructor(message: string, options: ErrorOptions & { retryable: boolean }) {
    super(message, options);
    this.retryable = options.retryable;
  }
}

/** What AWS says of a request that it will never take: a key too long or empty, an item above 400 KB, a number out of range. */
const refusedForGood = new Set([
  'ValidationException',
  'ItemCollectionSizeLimitExceededException',
  'SerializationException',
]);
/** The same, as the reason of one action of a transaction. */
const reasonsForGood = new Set(['ValidationError', 'ItemCollectionSizeLimitExceeded']);

/** Whether trying again can help. An error that nobody foresaw is tried again: giving up would lose the event. */
export function isRetryable(error: unknown): boolean {
  return error instanceof HubError ? error.retryable : !isRefusedForGood(error);
}

/** Whether it is known to pass: a person is told to ask again only then. */
export function isKnownToPass(error: unknown): boolean {
  return error instanceof HubError && error.retryable;
}

/** Whether a service refused what it was given, and would refuse it at any other time: it is for good, and for that alone. */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!(error instanceof TransactionCanceledException)) return refusedForGood.has(error.name);
  return (error.CancellationReasons ?? []).some(({ Code = '' }) => reasonsForGood.has(Code));
}

/** What may be logged of anything that was thrown: the kind of error; an AWS or vendor message may hold a payload. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
