import type { ReportedError } from './protocol.ts';

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
