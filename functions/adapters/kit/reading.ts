import type { Problem } from '../contract.ts';

/** A value read from a vendor's item, or everything that is wrong with what was read. */
export type Reading<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

type Values<R> = { [K in keyof R]: R[K] extends Reading<infer T> ? T : never };

/** A reading that succeeded. */
export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** A reading that failed for one reason. */
export function unread(problem: Problem): Reading<never> {
  return { ok: false, problems: [problem] };
}

/** All of the readings by name, or the problems of all of them: a sender learns everything at once. */
export function together<R extends Record<string, Reading<unknown>>>(readings: R): Reading<Values<R>> {
  const problems = Object.values(readings).flatMap(reading => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) return { ok: false, problems };
  const values = Object.entries(readings).map(([name, reading]) => [name, reading.ok && reading.value]);
  return { ok: true, value: Object.fromEntries(values) as Values<R> };
}
