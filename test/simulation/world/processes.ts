import { type Network, type Process, runIn } from './process.ts';

/** How an invocation ended as far as its caller can tell. */
export type Ended<T = unknown> = { answered: true; answer: T } | { answered: false; because: string };

/** Everything that runs at the moment. */
export interface Processes {
  /** Whether any of them has not come to its next wait yet. */
  isBusy(): boolean;
  /** Starts one. It is said once how it ended. */
  start<T>(
    about: Pick<Process, 'name' | 'skew'> & { network: Network },
    work: (process: Process) => Promise<T>,
    onEnd: (ended: Ended<T>) => void,
  ): Process;
}

/** Makes a world in which nothing runs. */
export function makeProcesses(): Processes {
  const alive = new Set<Process>();
  return {
    isBusy() {
      for (const { waiting } of alive) if (waiting === 0) return true;
      return false;
    },
    start(about, work, onEnd) {
      const end = (ended: Parameters<typeof onEnd>[0]) => {
        if (process.hasEnded) return;
        process.hasEnded = true;
        // Its machine stands still then: what it has not sent by now is never sent.
        process.isDead = true;
        alive.delete(process);
        onEnd(ended);
      };
      const process: Process = {
        ...about,
        waiting: 0,
        calls: 0,
        isDead: false,
        hasEnded: false,
        kill(because) {
          process.isDead = true;
          end({ answered: false, because });
        },
      };
      alive.add(process);
      // It is known to its caller before it does anything.
      runIn(process, () => Promise.resolve(process).then(work)).then(
        answer => end({ answered: true, answer }),
        (error: unknown) => end({ answered: false, because: nameOf(error) }),
      );
      return process;
    },
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
