import type { Clients } from '../../../functions/shell/clients.ts';
import type { Machine } from '../../../functions/shell/machine.ts';
import type { Weather } from '../weather/weather.ts';
import type { Json, Network, Process } from '../world/process.ts';
import type { Ended, Processes } from '../world/processes.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Trace } from '../world/trace.ts';
import { deployedFunctions, type Handler } from './functions.ts';
import { timeoutSeconds } from './plan.ts';

/** An execution environment: one invocation at a time, and a memory that lasts from one to the next. */
interface Environment {
  readonly handler: Handler;
  readonly number: number;
  skew: number;
}

/** Runs functions as Lambda does. */
export interface Runtime {
  invoke<T = Json>(name: string, event: Json, onEnd: (ended: Ended<T>) => void): void;
  /** Everything that runs goes on to its end; what starts from now on has new memory. */
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
}

const coldStart = 300;

/** Makes a runtime in which no function has started. */
export function makeRuntime({ scheduler, trace, processes, network, weather, shell }: RuntimeDeps): Runtime {
  const idle = new Map<string, Environment[]>();
  const started = new Map<string, number>();
  const known = new Set<Environment>();

  function environmentOf(name: string): { environment: Environment; isCold: boolean } {
    const warm = idle.get(name)?.pop();
    if (warm !== undefined) return { environment: warm, isCold: false };
    const number = (started.get(name) ?? 0) + 1;
    started.set(name, number);
    const handler = deployedFunctions.get(name)?.make(shell);
    if (handler === undefined) throw new Error(`There is no function ${name}`);
    const skew = weather.befalls('skew', name, (kind, random) => kind.skew?.(random)) ?? 0;
    const environment = { handler, number, skew };
    known.add(environment);
    return { environment, isCold: true };
  }

  return {
    deploy() {
      idle.clear();
      known.clear();
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
        const deadline = scheduler.after(early ?? limit, () => process.kill('its time is up'));
      });
    },
  };
}
