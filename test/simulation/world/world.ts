import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import type { Door } from '../hub/http.ts';
import type { Operators } from '../hub/operators.ts';
import type { Runtime } from '../hub/runtime.ts';
import type { Receiver } from '../receivers/receiver.ts';
import type { EventBus } from '../services/bus.ts';
import type { Bucket } from '../services/objects.ts';
import type { Message, Queue } from '../services/queues.ts';
import type { Weather } from '../weather/weather.ts';
import type { Json, KeptLine } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import type { Trace } from './trace.ts';

/** A dead letter: where it ended. */
export interface DeadLetter {
  readonly queue: string;
  readonly message: Message;
  readonly at: number;
}

/** What a system was shown: every message that it took, in that order. */
export interface Told {
  readonly system: string;
  readonly body: unknown;
  readonly at: number;
}

/** A line that a command of an operator printed. */
export interface Printed {
  readonly line: string;
  readonly at: number;
}

/** Everything that there is in one world. */
export interface World {
  readonly seed: number;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  readonly weather: Weather;
  readonly dynamodb: MemoryDynamoDb;
  readonly queues: ReadonlyMap<string, Queue>;
  readonly bus: EventBus;
  readonly bucket: Bucket;
  /** What has left the table of records. */
  readonly history: Bucket;
  readonly runtime: Runtime;
  readonly door: Door;
  readonly operators: Operators;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly logs: readonly KeptLine[];
  readonly deadLetters: readonly DeadLetter[];
  readonly told: readonly Told[];
  /** What operators were told by their commands. */
  readonly printed: readonly Printed[];
  /** How many calls were made, by function and operation. */
  readonly calls: ReadonlyMap<string, number>;
  /** The most calls that an invocation in each execution environment made. */
  readonly longest: ReadonlyMap<string, number>;
  /** What was written over by somebody who had not read it as it was, in words. */
  readonly unseen: readonly string[];
  /** Puts a message into a queue. */
  send(queue: string, body: string, attributes?: Json): void;
  /** Has operators do something. */
  operate(
    name: string,
    work: (operators: Operators) => Promise<boolean>,
    onEnd?: (isDone: boolean) => void,
  ): void;
  /** Until nothing is left to do, or so much time has passed. @returns whether nothing is */
  settle(milliseconds: number): Promise<boolean>;
}
