import { AsyncLocalStorage } from 'node:async_hooks';

export type FunctionName = 'receive' | 'record' | 'relay' | 'deliver';

/** One invocation of a function: what ends with it when its process ends. */
export interface Process {
  readonly function: FunctionName;
  readonly isDead: boolean;
  /** Ends it where it stands. The promise never settles, as nothing after an await of a killed process ever runs. */
  kill(): Promise<never>;
  /** Takes it for dead, although it goes on: whoever handed it its work hands that to another. */
  giveUp(): void;
}

/** How an invocation ended as far as its caller can tell. */
export type Ended<T> = { answered: true; answer: T } | { answered: false };

const running = new AsyncLocalStorage<Process>();

/** The invocation that the present code runs in; none in the test's own code. */
export function thisProcess(): Process | undefined {
  return running.getStore();
}

/** Never settles. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Runs one invocation. `work` is all of it, also what goes on after the caller gave it up. */
export function invoke<T>(
  name: FunctionName,
  handle: () => Promise<T>,
): { ended: Promise<Ended<T>>; work: Promise<unknown> } {
  const gone = Promise.withResolvers<Ended<T>>();
  let isDead = false;
  const giveUp = () => gone.resolve({ answered: false });
  const process: Process = {
    function: name,
    get isDead() {
      return isDead;
    },
    giveUp,
    kill() {
      isDead = true;
      giveUp();
      return never();
    },
  };
  const work = running.run(process, handle);
  const ended = work.then(answer => ({ answered: true as const, answer }));
  return { ended: Promise.race([ended, gone.promise]), work };
}
