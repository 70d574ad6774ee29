import { startLimit } from '../time-limit.ts';

/** A shorter timer is a pause; from here on it says how long to wait for something, such as for the answer of a service. */
const SHORTEST_LIMIT_MS = 1000;

/**
 * Makes long timers of this thread limits of a machine that may be busy: `setTimeout` and `AbortSignal.timeout`, by which
 * the AWS SDK and functions give up what does not answer. Pauses of `node:timers/promises` are as ever.
 */
export function installPatientTimers(): void {
  const real = globalThis.setTimeout;
  const patient = (run: (...values: unknown[]) => void, milliseconds = 0, ...values: unknown[]) =>
    milliseconds < SHORTEST_LIMIT_MS
      ? real(run, milliseconds, ...values)
      : startLimit(() => run(...values), milliseconds, real);
  // `util.promisify` finds what it needs on the function itself.
  globalThis.setTimeout = Object.assign(patient, real);
  AbortSignal.timeout = milliseconds => {
    const controller = new AbortController();
    const expired = new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    patient(() => controller.abort(expired), milliseconds).unref();
    return controller.signal;
  };
}
