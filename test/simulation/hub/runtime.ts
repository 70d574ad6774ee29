import type { Clients } from '../../../functions/shell/clients.ts';
import type { Machine } from '../../../functions/shell/machine.ts';
import type { Weather } from '../weather/weather.ts';
import type { Json, Network, Process } from '../world/process.ts';
import type { Ended, Processes } from '../world/processes.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Trace } from '../world/trace.ts';
import { deployedFunctions, type Handler, type Version } from './functions.ts';
import { timeoutSeconds } from './plan.ts';

/** An execution environment: one invocation at a time, and a memory that lasts from one to the next. */
interface Environment {
  readonly name: string;
  readonly handler: Handler;
  readonly number: number;
  skew: number;
}

/** Runs functions as Lambda does. */
export interface Runtime {
  invoke<T = Json>(name: string, event: Json, onEnd: (ended: Ended<T>) => void): void;
  /**
   * Everything that runs goes on to its end; what starts from now on has new memory. Where the hub had another version
   * before, functions change to the present one after the other, within minutes.
   */
  deploy(): void;
  /** Sets every clock that runs by so many milliseconds. */
  jump(milliseconds: number): void;
}

interface RuntimeDeps {
  scheduler: Scheduler;
  trace: Trace;
  processes: Processes;
  network: Network;
  weather: Weather;
  shell: Machine & Clients;
  /** Called with what each invocation is given. */
  onStart: (process: Process, event: Json) => void;
  /** The version that every function has until it is deployed; the present one when left out. */
  before?: Version | undefined;
}

const coldStart = 300;
const longestDeployment = 10 * 60_000;

/** Makes a runtime in which no function has started. */
export function makeRuntime(deps: RuntimeDeps): Runtime {
  const { scheduler, trace, processes, network, weather, shell, onStart, before } = deps;
  const idle = new Map<string, Environment[]>();
  const started = new Map<string, number>();
  const known = new Set<Environment>();
  const isAsBefore = new Set(before === undefined ? [] : deployedFunctions.keys());

  function environmentOf(name: string): { environment: Environment; isCold: boolean } {
    const warm = idle.get(name)?.pop();
    if (warm !== undefined) return { environment: warm, isCold: false };
    const number = (started.get(name) ?? 0) + 1;
    started.set(name, number);
    const handler = deployedFunctions.get(name)?.make(shell, isAsBefore.has(name) ? before : undefined);
    if (handler === undefined) throw new Error(`There is no function ${name}`);
    const skew = weather.befalls('skew', name, (kind, random) => kind.skew?.(random)) ?? 0;
    const environment = { name, handler, number, skew };
    known.add(environment);
    return { environment, isCold: true };
  }

  function replace(name: string): void {
    isAsBefore.delete(name);
    idle.delete(name);
    for (const environment of known) if (environment.name === name) known.delete(environment);
  }

  return {
    deploy() {
      for (const name of deployedFunctions.keys()) {
        if (!isAsBefore.has(name)) replace(name);
        else scheduler.after(weather.drawn(`deployment of ${name}`) * longestDeployment, () => replace(name));
      }
    },
    jump(milliseconds) {
      for (const environment of known) environment.skew += milliseconds;
    },
    invoke(name, event, onEnd) {
      const { environment, isCold } = environmentOf(name);
      const limit = (timeoutSeconds[deployedFunctions.get(name)?.kind ?? 'record'] ?? 30) * 1000;
      scheduler.after(isCold ? coldStart : 1, () => {
        const began = scheduler.now;
        const context = {
          functionName: name,
          getRemainingTimeInMillis: () => Math.max(0, began + limit - scheduler.now),
        };
        const early = weather.befalls('timeout', name, (kind, random) => kind.timeout?.(random));
        const label = `${name}/${environment.number}`;
        const process: Process = processes.start(
          { name: label, skew: () => environment.skew, network },
          () => environment.handler(event, context),
          ended => {
            deadline.cancel();
            trace.say(`${label} ${ended.answered ? 'has ended' : `has failed (${ended.because})`}`);
            if (ended.answered && known.has(environment))
              idle.set(name, [...(idle.get(name) ?? []), environment]);
            onEnd(ended as Ended<never>);
          },
        );
        onStart(process, event);
        const deadline = scheduler.after(early ?? limit, () => process.kill('its time is up'));
      });
    },
  };
}
