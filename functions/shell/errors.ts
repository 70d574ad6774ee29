/** An error of the hub's own, with the one thing that a caller has to decide: whether trying again can help. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly retryable: boolean;

  constructor(message: string, options: ErrorOptions & { retryable: boolean }) {
    super(message, options);
    this.retryable = options.retryable;
  }
}

/** Whether trying again can help. An error that nobody foresaw is tried again: giving up would lose the event. */
export function isRetryable(error: unknown): boolean {
  return error instanceof HubError ? error.retryable : true;
}

/** What may be logged of anything that was thrown: the kind of error; an AWS or vendor message may hold a payload. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
