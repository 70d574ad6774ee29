import type { Activity } from '../activity.ts';
import type { FunctionPlan } from '../plan/functions.ts';
import { type Environment, startEnvironment } from './environment.ts';
import { FunctionError, TOO_LARGE } from './function-error.ts';
import type { FunctionLogs } from './logs.ts';
import { environmentVariables, type ServiceEndpoints } from './variables.ts';

/** Lambda takes payloads of up to 6 MiB when the caller waits for the answer. */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** A function that can be invoked. */
export interface LocalFunction {
  /**
   * Invokes the function and waits for its answer.
   *
   * @throws FunctionError when the function throws, times out or cannot load
   */
  invoke(event: unknown): Promise<unknown>;
  /** How many invocations can run at once. */
  readonly environments: number;
  /** Processor time of all invocations that gave a result, in milliseconds. */
  processorMs(): number;
  stop(): Promise<void>;
}

/** The app's functions by name. */
export type LocalFunctions = ReadonlyMap<string, LocalFunction>;

/**
 * Finds a function.
 *
 * @throws when the app has none of that name
 */
export function functionNamed(functions: LocalFunctions, name: string): LocalFunction {
  const found = functions.get(name);
  if (found === undefined) throw new Error(`no function is called ${name}`);
  return found;
}

/** What every function shares. */
export interface FunctionSurroundings {
  readonly endpoints: ServiceEndpoints;
  readonly offset: SharedArrayBuffer;
  readonly logs: FunctionLogs;
  readonly activity: Activity;
  readonly environmentsPerFunction: number;
  /** Where compiled code is kept: every environment of every hub loads the same bundles. */
  readonly compileCache: string;
}

/**
 * Makes a function ready: environments start when they are needed and stay warm.
 *
 * @param plan the function
 * @param surroundings services, clock, logs and how many environments it may have
 */
export function createFunction(plan: FunctionPlan, surroundings: FunctionSurroundings): LocalFunction {
  const { endpoints, offset, logs, activity } = surroundings;
  const environments = Math.min(plan.reservedConcurrency ?? Infinity, surroundings.environmentsPerFunction);
  const variables = {
    ...environmentVariables(plan, endpoints),
    NODE_COMPILE_CACHE: surroundings.compileCache,
  };
  const log = (line: string): void => logs.write(plan.name, line);
  const pool = createPool(environments, () => startEnvironment({ plan, variables, offset, log }));

  let spent = 0;

  async function invoke(event: unknown): Promise<unknown> {
    const payload = JSON.stringify(event);
    if (Buffer.byteLength(payload) > PAYLOAD_LIMIT) throw tooLarge(plan.name);
    const ended = activity.begin(`an invocation of ${plan.name}`);
    const environment = await pool.take();
    try {
      const invoked = await environment.invoke(payload);
      spent += invoked.processorMs;
      return JSON.parse(invoked.payload);
    } catch (error) {
      if (error instanceof FunctionError) for (const line of [error.message, ...error.trace]) log(line);
      throw error;
    } finally {
      pool.giveBack(environment);
      ended();
    }
  }
  return { invoke, environments, processorMs: () => spent, stop: pool.stop };
}

interface Pool {
  take(): Promise<Environment>;
  giveBack(environment: Environment): void;
  stop(): Promise<void>;
}

function createPool(size: number, start: () => Environment): Pool {
  let idle: Environment[] = [];
  const busy = new Set<Environment>();
  const waiting: ((environment: Environment) => void)[] = [];
  const use = (environment: Environment): Environment => {
    busy.add(environment);
    return environment;
  };
  return {
    take() {
      idle = idle.filter(environment => environment.alive());
      const warm = idle.pop();
      if (warm !== undefined) return Promise.resolve(use(warm));
      if (busy.size < size) return Promise.resolve(use(start()));
      return new Promise(resolve => waiting.push(resolve));
    },
    giveBack(environment) {
      busy.delete(environment);
      const next = waiting.shift();
      if (next === undefined && environment.alive()) idle.push(environment);
      if (next !== undefined) next(use(environment.alive() ? environment : start()));
    },
    async stop() {
      waiting.length = 0;
      await Promise.all([...idle, ...busy].map(environment => environment.stop()));
    },
  };
}

function tooLarge(functionName: string): FunctionError {
  const errorMessage = `Request must be smaller than ${PAYLOAD_LIMIT} bytes for the InvokeFunction operation`;
  return new FunctionError(functionName, { errorType: TOO_LARGE, errorMessage, trace: [] });
}
