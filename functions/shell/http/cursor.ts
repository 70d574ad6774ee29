import type * as z from 'zod';
import { ApiProblem } from './api-problem.ts';

/** Where a page ended, as an opaque text. */
export function cursorOf(position: object): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The position back from a cursor.
 * @throws {ApiProblem} 400 when the cursor is none that the list gave.
 */
export function positionIn<S extends z.ZodType>(cursor: string, schema: S): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw wrongCursor();
  }
}

/** The problem of a cursor that this list did not give, or not with these other parameters. */
export function wrongCursor(
  message = 'is none that this list gave: give it exactly as the last page did in "next", with the same parameters',
): ApiProblem {
  const errors = [{ path: 'cursor', message }];
  return new ApiProblem({ status: 400, title: 'Wrong cursor', detail: `The cursor ${message}.`, errors });
}
