import { type Hub, type HubOptions, openHub } from './hub.ts';
import { brokenPromises } from './promises.ts';
import { differences, stateOf } from './state.ts';
import type { Directory } from './storage.ts';

/** One row of the table: a fault, how often it was tried, how often it struck, and everything that came out wrong. */
export interface Trial {
  fault: string;
  runs: number;
  injections: number;
  wrong: readonly string[];
}

/** What every attack starts from. */
export interface Ground {
  directory: Directory;
  /** What the hub knows and shows after the story without any disturbance. */
  undisturbed: ReadonlyMap<string, string>;
}

/** An attack and the trials that it makes. */
export interface Attack {
  title: string;
  run(ground: Ground): Promise<Trial[]>;
}

/** Opens a hub, does something to it, and closes it whatever happens. */
export async function withHub<T>(options: HubOptions, use: (hub: Hub) => Promise<T>): Promise<T> {
  const hub = await openHub(options);
  try {
    return await use(hub);
  } finally {
    hub.close();
  }
}

/** What differs from the undisturbed run, and which promises do not hold; none is what is wanted. */
export async function wrongWith(
  hub: Hub,
  undisturbed: Ground['undisturbed'],
  deadLetters = 0,
): Promise<string[]> {
  const [state, broken] = await Promise.all([stateOf(hub), brokenPromises(hub, deadLetters)]);
  return [...differences(undisturbed, state), ...broken];
}
