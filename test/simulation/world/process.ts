import { AsyncLocalStorage } from 'node:async_hooks';

/** One invocation of a function, or one command of an operator: what ends with it when it is killed. */
export interface Process {
  readonly name: string;
  /** What is added to the world's time by the clock of its machine. */
  readonly skew: () => number;
  /** How many things outside of itself it is waiting for. */
  waiting: number;
  /** How many calls it made. */
  calls: number;
  /** Nothing that it awaits ever comes after this. */
  isDead: boolean;
  hasEnded: boolean;
  /** Where its calls go. */
  readonly network: Network;
  /** Ends it where it stands. */
  kill(why: string): void;
}

/** A request to one of the services. */
export interface Call {
  readonly process: Process;
  readonly service: Service;
  readonly operation: string;
  readonly body: Json;
}

export type Service = 'dynamodb' | 'eventbridge' | 'sqs' | 's3' | 'secretsmanager' | 'webhook';

// biome-ignore lint/suspicious/noExplicitAny: the JSON of six services' protocols; each service reads its own.
export type Json = any;

/** What a service answers. */
export interface Answer {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The only way out of a process. */
export interface Network {
  carry(call: Call): Promise<Answer>;
  sleep(process: Process, milliseconds: number): Promise<void>;
  /** Holds a process until something calls back; a dead one for ever. */
  hold<T>(
    process: Process,
    begin: (resume: (value: T) => void, fail: (error: Error) => void) => void,
  ): Promise<T>;
  log(line: LogLine): void;
}

/** A line that a function wrote. */
export interface LogLine {
  readonly function: string;
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A line, and when it was written, in milliseconds. */
export interface KeptLine extends LogLine {
  readonly at: number;
}

const running = new AsyncLocalStorage<Process>();

/** The process that the present code runs in. @throws {Error} outside of all. */
export function thisProcess(): Process {
  const process = running.getStore();
  if (process === undefined) throw new Error('This is called outside of every process');
  return process;
}

/** As `thisProcess`; undefined outside of all. */
export function processIfAny(): Process | undefined {
  return running.getStore();
}

/** Runs code in a process. */
export function runIn<T>(process: Process, work: () => Promise<T>): Promise<T> {
  return running.run(process, work);
}
