import type { EventDraft, Translation } from '../contract.ts';
import { type Reading, read, unread } from './reading.ts';

/** The values of all readings in one list, or the problems of all of them. */
export function inOrder<T>(readings: readonly Reading<readonly T[]>[]): Reading<T[]> {
  const problems = readings.flatMap(reading => (reading.ok ? [] : reading.problems));
  if (problems.length > 0) return { ok: false, problems };
  return read(readings.flatMap(reading => (reading.ok ? reading.value : [])));
}

/** A value that has to be there, or a problem that says where it belongs and what it is. */
export function needed<T>(value: T | undefined, path: string, expected: string): Reading<T> {
  if (value !== undefined) return read(value);
  return unread({ path, message: 'This is missing', expected });
}

/** The value made into another; problems stay as they are. */
export function readAs<T, U>(reading: Reading<T>, make: (value: T) => U): Reading<U> {
  return reading.ok ? read(make(reading.value)) : reading;
}

/** What an adapter answers from the events that it read. */
export function translationOf(reading: Reading<EventDraft[]>): Translation {
  return reading.ok ? { ok: true, events: reading.value } : reading;
}
