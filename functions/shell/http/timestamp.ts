import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { instantOf } from '../../../schemas/reference.ts';

/** A date or an instant as a parameter gives it. */
export const timestampParameter = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** The instant that a parameter means: a date is the start of that day in London, an instant is itself. */
export function instantMeant(text: string): string {
  if (text.includes('T')) return instantOf(Date.parse(text));
  return instantOf(Temporal.PlainDate.from(text).toZonedDateTime('Europe/London').epochMilliseconds);
}
