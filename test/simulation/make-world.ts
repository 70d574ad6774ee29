import type { Clients } from '../../functions/shell/clients.ts';
import type { Version } from './hub/functions.ts';
import type { Shown } from './receivers/readings.ts';
import type { ReceiverKind } from './receivers/receiver.ts';
import type { Decision, Input } from './story/input.ts';
import { type Answered, makeOutside } from './story/play.ts';
import type { FaultKind } from './weather/fault.ts';
import { kinds as allKinds } from './weather/kinds.ts';
import type { Allowed } from './weather/weather.ts';
import { openWorld } from './world/make-world.ts';
import type { Json } from './world/process.ts';
import { makeRandom } from './world/random.ts';
import { shownLine } from './world/trace.ts';
import type { World } from './world/world.ts';

/** How a world is to be. What is left out is decided by the seed. */
export interface WorldOptions {
  readonly seed: number;
  /** When it begins; the second of March 2026, eight in the morning, when left out. */
  readonly start?: Date;
  /** Whether anything goes wrong in it, and until when, in milliseconds after it begins. */
  readonly weather?:
    | 'calm'
    | {
        readonly kinds?: readonly FaultKind[];
        readonly allowed?: Allowed;
        readonly until: number;
        /** When somebody outside does something, in milliseconds after it begins: faults like to strike then. */
        readonly busyAt?: readonly number[];
      };
  readonly receiver?: ReceiverKind;
  /** What functions reach services by; those of the short way when left out. */
  readonly clients?: Clients;
  /** The version that the hub has until it is deployed; the present one when left out. */
  readonly before?: Version | undefined;
}

/** The whole hub with the systems around it, in one deterministic world: nothing happens in it but when it is driven. */
export interface SimulatedHub {
  readonly world: World;
  /** What everybody was answered so far. */
  readonly answered: readonly Answered[];
  /** The present time in the world, in milliseconds since 1970. */
  readonly now: number;
  /** Has a system tell the hub something in its own format, at the present time. */
  send(system: string, items: readonly Json[], via?: 'https' | 'queue'): void;
  /** Has an officer decide about a flag. */
  decide(decision: Decision): void;
  /** Has anybody outside do something. */
  does(input: Input): void;
  /** Lets time pass up to an instant, with all that happens until then. */
  advance(to: number | Date): Promise<void>;
  /** Ends all that goes wrong and lets the world come to rest. @returns whether it did within so many milliseconds */
  settle(milliseconds?: number): Promise<boolean>;
  /** What a system shows now, by the hub's id of each flag. */
  shownBy(system: string): ReadonlyMap<string, Shown>;
  /** What happened, line by line. */
  readonly trace: readonly string[];
  /** The same for two worlds in which the same happened. */
  digest(): string;
}

const usualStart = Date.UTC(2026, 2, 2, 8);
const usualPatience = 3 * 86_400_000;
const receiverKinds: readonly ReceiverKind[] = ['comparing', 'naive', 'lying'];

/** Makes the world of a seed. Logs are kept in it only inside of `listeningToLogs`. */
export async function makeWorld(options: WorldOptions): Promise<SimulatedHub> {
  const { seed, start = new Date(usualStart), weather = 'calm', receiver, clients, before } = options;
  const begins = start.getTime();
  const chance = makeRandom(`${seed}/receivers`);
  const world = await openWorld({
    ...{ seed, start: begins, before },
    ...(clients && { clients }),
    kinds: weather === 'calm' ? [] : (weather.kinds ?? allKinds),
    allowed: weather === 'calm' ? 'all' : (weather.allowed ?? 'all'),
    busyAt: weather === 'calm' ? [] : weather.busyAt?.map(at => begins + at),
    badUntil: weather === 'calm' ? begins : begins + weather.until,
    receiverKind: system => receiver ?? chance.split(system).pick(receiverKinds),
  });
  const outside = makeOutside(world);
  let inputs = 0;
  const next = (says: string) => {
    inputs += 1;
    return { id: `given ${inputs}`, at: world.scheduler.now - begins, says };
  };
  return {
    world,
    answered: outside.answered,
    get now() {
      return world.scheduler.now;
    },
    send(system, items, via = 'https') {
      outside.does({ ...next(`${system} tells by ${via}`), does: 'tells', system, via, items });
    },
    decide(decision) {
      outside.does({ ...next(`${decision.officer} decides: ${decision.what}`), does: 'decides', decision });
    },
    does: outside.does,
    advance: to => world.scheduler.run(typeof to === 'number' ? to : to.getTime()),
    settle(milliseconds = usualPatience) {
      world.weather.clear();
      return world.settle(milliseconds);
    },
    shownBy: system => world.receivers.get(system)?.showing ?? new Map(),
    get trace() {
      return world.trace.lines.map(shownLine);
    },
    digest: world.trace.digest,
  };
}
