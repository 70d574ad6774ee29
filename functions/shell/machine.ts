import { randomBytes, randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../schemas/reference.ts';
import { now } from './clock.ts';

/** What a function has of the machine that it runs on. A simulation gives it another, whose time and chance it decides. */
export interface Machine {
  now: () => Instant;
  /** Milliseconds by a clock that never jumps: how long something took, or may be kept. */
  elapsed: () => number;
  newId: () => string;
  /** So many bytes that nobody can guess: for keys. */
  randomBytes: (count: number) => Uint8Array;
  /** From 0 to 1, without 1. */
  random: () => number;
  sleep: (milliseconds: number) => Promise<unknown>;
  /** A signal that aborts after so many milliseconds. */
  timeLimit: (milliseconds: number) => AbortSignal;
  fetch: typeof globalThis.fetch;
  /** The IP addresses that a name leads to. @throws {Error} with the resolver's code when it leads nowhere */
  addressesOf: (host: string) => Promise<string[]>;
}

/** The real machine. */
export const machine: Machine = {
  now,
  elapsed: () => performance.now(),
  newId: randomUUID,
  randomBytes,
  random: Math.random,
  sleep,
  timeLimit: milliseconds => AbortSignal.timeout(milliseconds),
  fetch: (url, init) => fetch(url, init),
  addressesOf: async host => (await lookup(host, { all: true })).map(({ address }) => address),
};
