import type { Operators } from '../hub/operators.ts';
import type { Message } from '../services/queues.ts';
import type { Witness } from '../services/witness.ts';
import type { CallMishap, MessageMishap } from '../world/mishap.ts';
import type { Call } from '../world/process.ts';
import type { Random } from '../world/random.ts';

/** What befalls a push to a system. */
export type PushMishap =
  | { kind: 'answered'; status: number; headers?: Record<string, string> }
  /** It takes the message, and its answer is lost or comes too late. */
  | { kind: 'unheard' }
  /** It takes the message so late that nobody waits for its answer any more, or right after another about the same. */
  | { kind: 'late'; milliseconds: number }
  /** It never hears it. */
  | { kind: 'unreached' };

/** What is done to a hub as a whole. */
export interface Upheaved {
  readonly systems: readonly string[];
  /** Starts every function anew, with new memory. */
  deploy(): void;
  /** Sets the clocks of all that runs. */
  jump(milliseconds: number): void;
  /** Has old events leave the table, now and not at night. */
  move(): void;
  operate(name: string, work: (operators: Operators) => Promise<boolean>): void;
  /** As `operate`, again a minute later until nothing is left to do. */
  operateUntilDone(name: string, work: (operators: Operators) => Promise<boolean>): void;
  /** Has records be as another version folded them. */
  foldOtherwise(random: Random): void;
}

/**
 * One kind of thing that goes wrong. Each part says what it does at an opportunity of that sort, where it does anything
 * there; whether it strikes is decided by the seed. Each strike has a name of its own, by which it can be left out.
 */
export interface FaultKind {
  readonly name: string;
  /** In plain words, as a schedule shows it. */
  readonly says: string;
  /** The share of opportunities at which it strikes, at its fullest. */
  readonly rate: number;
  /** Its strength is each place's own: at some it strikes almost always, and at most hardly ever. */
  readonly isAimed?: boolean;
  /** How many of the worlds in which it could be have it; all, when left out. */
  readonly frequency?: number;
  /** It only strikes in so many stretches of time, so long in minutes. */
  readonly spells?: { readonly most: number; readonly shortest: number; readonly longest: number };
  call?(call: Call, random: Random, witness: Pick<Witness, 'hasRead'>): CallMishap | undefined;
  /** Of a message that is sent. */
  message?(queue: string, random: Random): MessageMishap | undefined;
  /** Of an entry that is put on the bus: whether it is refused. */
  entry?(): boolean;
  /** Of an event that a rule hands on. */
  handing?(random: Random): MessageMishap | undefined;
  /** Of a receive: whether what is visible comes in any order. */
  disorder?(queue: string): boolean;
  /** Of a receive: how many of the visible messages it hands out. */
  sample?(visible: number, random: Random): number | undefined;
  /** Of a message that is worked on: whether it shows to others before its time. */
  visibility?(message: Message): boolean;
  /** Of a change that an index is to take up: by how many milliseconds it lags. */
  index?(random: Random): number;
  /** Of a process that starts: how far its clock is out, in milliseconds. */
  skew?(random: Random): number;
  /** Of a process that starts: after how many milliseconds it is ended, as one that never comes to its end. */
  timeout?(random: Random): number | undefined;
  /** Of a push to a system. */
  push?(system: string, random: Random): PushMishap | undefined;
  /** Of a queue that feeds a function: whether nobody takes from it. */
  pause?(queue: string): boolean;
  /** Of a message that a system has fetched: whether it loses it before it has it. */
  fetch?(): boolean;
  /** Of a stream that is read: how many milliseconds nothing reads it. */
  standstill?(random: Random): number;
  /** At any moment, once or a few times in a story. */
  readonly moments?: { readonly most: number; happen(hub: Upheaved, random: Random): void };
}
