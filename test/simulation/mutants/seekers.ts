import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Sought, Stretch } from './seeker.ts';

/** A process that runs seeds. */
export interface Seeker {
  /** Runs seeds up to the first that breaks anything. @returns that one, or else the last */
  seek(stretch: Stretch): Promise<Sought>;
  /** Ends it. @returns the processor time that it took, in seconds */
  end(): number;
}

/** What is broken where a seed never comes to its end, or its process ends in the middle of it. */
const neverEnds = 'comes to its end';
/** A seed takes about a second; a machine may be busy. */
const patienceMilliseconds = 5 * 60_000;

/** As `npm run simulate`: what is new is soon forgotten, and collected by the large. */
const execArgv = ['--max-semi-space-size=128'];

/** Makes a process that runs seeds: another one where a seed has ended it. */
export function makeSeeker(): Seeker {
  let child: ChildProcess | undefined;
  let usedBefore = 0;
  let used = 0;

  function running(): ChildProcess {
    if (child !== undefined) return child;
    usedBefore += used;
    used = 0;
    const started = fork(path.join(import.meta.dirname, 'seeker.ts'), { stdio: 'ignore', execArgv });
    started.once('exit', () => {
      child = undefined;
    });
    child = started;
    return started;
  }

  return {
    seek: ({ mutant, from, to }) =>
      new Promise(resolve => {
        const process = running();
        let seed = from;
        const stuck = setTimeout(() => process.kill('SIGKILL'), patienceMilliseconds);
        const settle = (sought: Sought) => {
          clearTimeout(stuck);
          process.off('message', hear).off('exit', leave);
          resolve(sought);
        };
        const leave = () => settle({ seed, broken: [neverEnds], cpuSeconds: used });
        const hear = (message: unknown) => {
          const sought = message as Sought;
          stuck.refresh();
          used = sought.cpuSeconds;
          seed = sought.seed + 1;
          if (sought.broken.length > 0 || sought.seed === to) settle(sought);
        };
        process.on('message', hear).on('exit', leave);
        process.send({ mutant, from, to });
      }),
    end() {
      child?.kill();
      return usedBefore + used;
    },
  };
}
