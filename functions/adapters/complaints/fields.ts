import * as z from 'zod';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { dayField } from '../kit/vendor-fields.ts';

/** Free text that has to be there. */
export const proseField = z.string().trim().min(1).max(4000);

/** A complaint has exactly two stages. */
export const stageField = z.literal([1, 2]);

/** A promise made in a response. */
export const promiseSchema = z.object({
  reference: localReferenceSchema,
  promise: proseField,
  dueOn: dayField,
});

/** Says which code was not understood, where what came can be a code and not somebody's words. */
export function notOneOf(received: unknown, known: readonly string[]): string {
  const isCode = typeof received === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(received);
  return `${isCode ? `“${received}”` : 'the value'} is not one of ${known.join(', ')}`;
}

/** One of the case system's own codes; an unknown one is refused by name. */
export function wordField<K extends string>(words: Readonly<Record<K, string>>) {
  const known = Object.keys(words) as K[];
  return z.enum(known, { error: issue => notOneOf(issue.input, known) });
}
