import * as z from 'zod';
import { momentInLondon } from '../../../schemas/london.ts';
import { instantOf } from '../../../schemas/reference.ts';

/** Nothing that the hub keeps lies outside of these years; a zone moves an instant by hours. */
const years = { first: '1900', last: '2199' } as const;

/** A date or an instant as a parameter gives it. */
export const timestampParameter = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .refine(text => text.slice(0, 4) >= years.first && text.slice(0, 4) <= years.last, {
    message: `a date or an instant of the years ${years.first} to ${years.last}`,
  });

/** The instant that a parameter means: a date is the start of that day in London, an instant is itself. */
export function instantMeant(text: string): string {
  if (text.includes('T')) return instantOf(Date.parse(text));
  return instantOf(momentInLondon(text) ?? Number.NaN);
}

interface Period {
  from?: string | undefined;
  until?: string | undefined;
}

/** Whether a period begins before it ends, where it has a beginning and an end. */
export function isPeriod({ from, until }: Period): boolean {
  return from === undefined || until === undefined || instantMeant(from) < instantMeant(until);
}

/** What is wrong with one that does not. */
export const noPeriod = { message: 'has to be later than `from`', path: ['until'] };
