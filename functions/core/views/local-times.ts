import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';
import { londonTime } from '../time/instants.ts';

/** A time as an answer has it that is read at the door: a clock in London shows it, whatever the season. */
export const localTimeSchema = z.iso.datetime({ offset: true }).meta({
  title: 'Time in London, with its offset',
  examples: ['2025-07-21T00:00:00+01:00'],
});

/** An answer with every instant in it as a clock in London shows it: a day that began there is that day, not the one before. */
export function inLocalTimes<T>(answer: T): T {
  if (typeof answer === 'string') {
    const { data } = instantSchema.safeParse(answer);
    return (data === undefined ? answer : londonTime(data)) as T;
  }
  if (Array.isArray(answer)) return answer.map(inLocalTimes) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, inLocalTimes(value as unknown)]),
  ) as T;
}
