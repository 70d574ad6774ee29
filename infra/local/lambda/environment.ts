import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PATIENCE_MS } from '../patience.ts';
import type { FunctionPlan } from '../plan/functions.ts';
import { startLimit } from '../time-limit.ts';
import { FunctionError } from './function-error.ts';
import type { InvocationMessage, WorkerMessage, WorkerSetup } from './protocol.ts';

/** What an invocation gave, and took. */
export interface Invoked {
  readonly payload: string;
  readonly processorMs: number;
}

/** One execution environment of a function: a worker thread that takes one invocation at a time. */
export interface Environment {
  /** Runs one invocation and gives its result as JSON text, with the processor time that its thread took. */
  invoke(event: string): Promise<Invoked>;
  /** Whether it can take another invocation. */
  alive(): boolean;
  stop(): Promise<void>;
}

/** What an environment needs to know. */
export interface EnvironmentSettings {
  readonly plan: FunctionPlan;
  readonly variables: Readonly<Record<string, string>>;
  readonly offset: SharedArrayBuffer;
  readonly log: (line: string) => void;
}

/**
 * Starts an execution environment. The bundle loads while the first invocation waits. That takes as long as it takes here: Lambda's ten
 * seconds are for a machine that is not shared.
 *
 * @param settings the function, its variables, the hub's clock and where its output goes
 */
export function startEnvironment(settings: EnvironmentSettings): Environment {
  const worker = startWorker(settings);
  let alive = true;
  let settle: ((message: WorkerMessage) => void) | undefined;
  const end = (errorType: string, errorMessage: string): void => {
    alive = false;
    settle?.({ kind: 'failed', error: { errorType, errorMessage, trace: [] } });
    void worker.terminate();
  };
  worker.on('message', (message: WorkerMessage) => settle?.(message));
  worker.on('error', error => end('Runtime.UnhandledError', String(error)));
  worker.on('exit', code => end('Runtime.ExitError', `the function ended its own process with code ${code}`));
  const next = async (timeoutMs: number, startTimer: typeof startLimit): Promise<Invoked> => {
    const { promise, resolve } = Promise.withResolvers<WorkerMessage>();
    settle = resolve;
    const seconds = (timeoutMs / 1000).toFixed(2);
    const timer = startTimer(
      () => end('Sandbox.Timedout', `Task timed out after ${seconds} seconds`),
      timeoutMs,
    );
    const message = await promise;
    clearTimeout(timer);
    if (message.kind === 'failed') throw new FunctionError(settings.plan.name, message.error);
    return message.kind === 'result' ? message : { payload: '', processorMs: 0 };
  };
  let loaded: Promise<Invoked> | undefined = next(PATIENCE_MS, setTimeout);
  loaded.catch(() => end('Runtime.InitError', 'the function did not load'));
  return {
    alive: () => alive,
    async invoke(event) {
      await loaded;
      loaded = undefined;
      const { arn, timeoutMs } = settings.plan;
      const invocation: InvocationMessage = { event, requestId: randomUUID(), functionArn: arn, timeoutMs };
      worker.postMessage(invocation);
      return next(timeoutMs, startLimit);
    },
    async stop() {
      end('Runtime.Stopped', 'the hub stopped');
      await worker.terminate();
    },
  };
}

function startWorker({ plan, variables, offset, log }: EnvironmentSettings): Worker {
  const [file = '', exportName = ''] = plan.handler.split('.');
  const bundle = path.join(plan.codeFolder, `${file}.mjs`);
  const setup: WorkerSetup = { module: pathToFileURL(bundle).href, exportName, offset };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: setup,
    env: variables,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: plan.memoryMb },
  });
  for (const input of [worker.stdout, worker.stderr]) createInterface({ input }).on('line', log);
  return worker;
}
