import type { ReportedError } from './protocol.ts';

/** The error of an event that is larger than a function can be handed. */
export const TOO_LARGE = 'RequestEntityTooLargeException';

/** An invocation that ended in an error, as Lambda reports it. */
export class FunctionError extends Error {
  readonly errorType: string;
  readonly trace: readonly string[];

  constructor(functionName: string, { errorType, errorMessage, trace }: ReportedError) {
    super(`${functionName}: ${errorType}: ${errorMessage}`);
    this.name = 'FunctionError';
    this.errorType = errorType;
    this.trace = trace;
  }
}
