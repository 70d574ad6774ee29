import * as z from 'zod';

/** A variable that must be set. */
export const setting = z.string().min(1);
/** A variable that must be a whole number above zero. */
export const positiveSetting = z.coerce.number().int().positive();

/** The environment variables of a function. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads a function's environment once, at its start.
 * @throws {Error} naming every variable that is missing or wrong; values are not repeated.
 */
export function environmentOf<S extends z.ZodRawShape>(
  shape: S,
  variables: Variables,
): z.output<z.ZodObject<S>> {
  // It is read once: code that reads it faster would take longer to make.
  const parsed = z.object(shape).safeParse(variables, { jitless: true });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(issue => `${issue.path.join('.')} (${issue.message})`);
  throw new Error(`The function cannot start: its environment lacks ${wrong.join(', ')}`);
}
