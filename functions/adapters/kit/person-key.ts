import * as z from 'zod';
import { keyText } from '../../../schemas/key-text.ts';
import { saysNothing } from '../../../schemas/nothing.ts';

/** What systems write where they know nobody, beside what says nothing anywhere. Zeros alone are nobody too. */
const nobodies = new Set(['na', 'nobody', 'unknown']);

/**
 * A system's key of a person, or undefined where it is one of the ways to say nobody. Two people without a key are not
 * one person.
 */
export function personKeyFrom(text: string): string | undefined {
  const key = keyText(text);
  const isNobody = saysNothing(key) || nobodies.has(key.toLowerCase()) || /^[{(]?[0-]+[)}]?$/.test(key);
  return isNobody ? undefined : key;
}

const keySchema = z.string().regex(/^\S{1,64}$/, 'expected an id of at most 64 characters without spaces');

/** A system's key of a person, where it may name nobody. Some look like UUIDs and are not valid ones: they are keys all the same. */
export const personKeyField = z
  .string()
  .optional()
  .transform(text => personKeyFrom(text ?? ''))
  .pipe(keySchema.optional());

/** A system's key of the person whom an item is of: it cannot be of nobody. */
export const wholePersonKeyField = z
  .string()
  .transform((text, context) => {
    const key = personKeyFrom(text);
    if (key !== undefined) return key;
    context.addIssue('expected the id of a person: this is the system’s word for nobody');
    return z.NEVER;
  })
  .pipe(keySchema);
