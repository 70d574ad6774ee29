import { availableParallelism, loadavg } from 'node:os';

/** What a limit is multiplied by even on an idle machine: here one machine plays every service, and compiles it all anew. */
const LEAST = 4;

/**
 * How many times longer than on AWS something may take here: the more processes wait for each core, the longer.
 *
 * @param load processes that run or wait to, of late
 * @param cores how many can run at once
 */
export function slownessAt(load: number, cores: number): number {
  return LEAST * Math.max(1, load / cores);
}

/** How slow this machine is now. */
function slowness(): number {
  const [load = 0] = loadavg();
  return slownessAt(load, availableParallelism());
}

/** Starts a timer, as `setTimeout` does. */
type StartTimer = (run: () => void, milliseconds: number) => NodeJS.Timeout;

/**
 * Starts the timer of a limit that was written for machines that nobody shares. It goes off when so much time has passed
 * as the machine is slow: a busy machine breaks no limit, and what hangs is still ended.
 *
 * @param run what to do when the limit is reached; `clearTimeout` of the answer prevents it
 * @param milliseconds the limit, on AWS
 * @param startTimer starts the timer itself
 */
export function startLimit(
  run: () => void,
  milliseconds: number,
  startTimer: StartTimer = setTimeout,
): NodeJS.Timeout {
  const from = performance.now();
  const timer = startTimer(() => {
    if (performance.now() - from < milliseconds * slowness()) timer.refresh();
    else run();
  }, milliseconds);
  return timer;
}

/**
 * How much of a limit is left, in milliseconds on AWS.
 *
 * @param milliseconds the limit
 * @param from when it began, by `performance.now()`
 */
export function leftOfLimit(milliseconds: number, from: number): number {
  return Math.max(0, Math.round(milliseconds - (performance.now() - from) / slowness()));
}
