import * as z from 'zod';
import { eventIdSchema } from '../../../schemas/envelope.ts';
import { dateSchema, instantSchema, subjectSchema } from '../../../schemas/reference.ts';

const harmless = z.union([
  z.number(),
  z.boolean(),
  z.null(),
  instantSchema,
  dateSchema,
  eventIdSchema,
  subjectSchema,
  // A year or a month.
  z.string().regex(/^\d{4}(-\d\d)?$/),
]);

/** Whether a value says nothing about anybody: the rest is text, and what it says is only shown when it is asked for. */
export function isHarmless(value: unknown): boolean {
  return harmless.safeParse(value).success;
}

/** What is shown in place of a text. */
export function lengthOf(value: unknown): string {
  return `a text of ${String(value).length} characters`;
}
