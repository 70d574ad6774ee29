import * as z from 'zod';
import { dateSchema, localReferenceSchema, uprnFrom } from '../../../schemas/reference.ts';
import { happenedAtIso } from '../kit/happened-at.ts';

/** A moment or a day as the case system writes it; a moment without an offset is London's. */
export const momentSchema = z
  .string()
  .max(40)
  .transform((text, context) => {
    const happened = happenedAtIso(text);
    if (happened !== undefined) return happened;
    context.addIssue('expected a real date or date-time such as 2025-07-21 or 2025-07-21T10:15:00+01:00');
    return z.NEVER;
  })
  .meta({ title: 'When', examples: ['2025-07-21', '2025-10-29T10:15:00Z'] });

/** A UPRN, padded with zeros or not. */
export const paddedUprnSchema = z
  .string()
  .max(20)
  .transform((text, context) => {
    const uprn = uprnFrom(text);
    if (uprn !== undefined) return uprn;
    context.addIssue('expected a UPRN of 1 to 12 digits');
    return z.NEVER;
  });

/** Free text that may be left empty. */
export const proseSchema = z.string().trim().max(4000);

/** A phrase that may be left empty. */
export const labelSchema = z.string().trim().max(200);

/** A complaint has exactly two stages. */
export const stageSchema = z.literal([1, 2]);

/** Says which code was not understood, where what came can be a code and not somebody's words. */
export function notOneOf(received: unknown, known: readonly string[]): string {
  const isCode = typeof received === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(received);
  return `${isCode ? `“${received}”` : 'the value'} is not one of ${known.join(', ')}`;
}

/** One of the case system's own codes; an unknown one is refused by name. */
export function codeSchema<K extends string>(words: Readonly<Record<K, string>>) {
  const known = Object.keys(words) as K[];
  return z.enum(known, { error: issue => notOneOf(issue.input, known) });
}

/** A promise made in a response. */
export const promiseSchema = z.object({
  reference: localReferenceSchema,
  promise: proseSchema.min(1),
  dueOn: dateSchema,
});
