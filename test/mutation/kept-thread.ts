import type { Plugin } from 'vitest/config';
import { type PoolOptions, ThreadsPoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (message: unknown) => void;

/** A thread that outlives a run, with the modules that it has loaded: it never hears that a run is over. */
class KeptThread extends ThreadsPoolWorker {
  readonly #listeners: [event: string, listener: Listener][] = [];
  #started: Promise<void> | undefined;

  override start(): Promise<void> {
    this.#started ??= super.start();
    return this.#started;
  }

  override on(event: string, listener: Listener): void {
    this.#listeners.push([event, listener]);
    super.on(event, listener);
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'stop') this.#answer({ type: 'stopped', __vitest_worker_response__: true });
    else super.send(message);
  }

  override stop(): Promise<void> {
    for (const [event, listener] of this.#listeners.splice(0)) this.off(event, listener);
    return Promise.resolve();
  }

  #answer(message: unknown): void {
    for (const [event, listener] of [...this.#listeners]) if (event === 'message') listener(message);
  }
}

/**
 * Tries every mutant in the same thread: to load the modules again takes several times as long as the tests of a mutant. A
 * mutant of what runs while a module is loaded has a thread of its own.
 */
export function keptThread(): Plugin {
  const pool = 'kept-thread';
  let kept: KeptThread | undefined;
  function createPoolWorker(options: PoolOptions): ThreadsPoolWorker {
    if (options.project.getProvidedContext().mutantActivation === 'static')
      return new ThreadsPoolWorker(options);
    kept ??= new KeptThread(options);
    return kept;
  }
  return {
    name: pool,
    configureVitest({ project }) {
      Object.assign(project.config, { pool, poolRunner: { name: pool, createPoolWorker } });
    },
  };
}
