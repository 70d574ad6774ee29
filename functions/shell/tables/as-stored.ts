import * as z from 'zod';

/**
 * A schema that checks a value and hands on the value itself: in the order in which it is stored, and with what a newer
 * version of the hub has added to it. What zod makes of a value has its keys in the schema's order and nothing else.
 */
export function asStored<S extends z.ZodType>(schema: S) {
  return z.unknown().transform((value, context): z.output<S> => {
    const { success, error } = schema.safeParse(value);
    if (!success)
      for (const { path, message } of error.issues) context.addIssue({ code: 'custom', path, message });
    // Checked above: the schemas of what is stored change nothing but spaces at the ends of a text, which are not stored.
    return value as z.output<S>;
  });
}
