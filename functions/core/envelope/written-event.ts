import * as z from 'zod';
import { droppedAdvice, droppedFields } from './dropped-fields.ts';

/** An event that the hub may write, or all that is wrong with it. */
export type Written<E> = { ok: true; event: E } | { ok: false; error: z.ZodError };

/**
 * Checks an event that the hub itself writes. A reader ignores a field that it does not know, so that additions break
 * nobody; a writer that did so would lose what it means to say, and so such a field is an issue like any other.
 */
export function written<S extends z.ZodType>(schema: S, made: unknown): Written<z.output<S>> {
  const parsed = schema.safeParse(made);
  if (!parsed.success) return { ok: false, error: parsed.error };
  const dropped = droppedFields(made, parsed.data);
  return dropped.length === 0 ? { ok: true, event: parsed.data } : notWritten(dropped, droppedAdvice);
}

/** An event that may not be written because of the fields at these paths. */
export function notWritten(
  paths: readonly PropertyKey[][],
  message: string,
): { ok: false; error: z.ZodError } {
  const issues = paths.map(path => ({ code: 'custom' as const, path, message, input: undefined }));
  return { ok: false, error: new z.ZodError(issues) };
}
