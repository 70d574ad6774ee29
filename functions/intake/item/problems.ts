import type * as z from 'zod';
import type { Problem } from '../../adapters/contract.ts';

/**
 * What a schema says of an item, as problems with JSON pointers (RFC 6901). Values are not echoed, only their kind:
 * a wrong field may hold a name. An adapter that knows a field to be a code names the code in its message.
 */
export function problemsOf(error: z.ZodError, item: unknown): Problem[] {
  return error.issues.map(issue => ({
    path: pointerOf(issue.path),
    message: issue.message,
    ...expectedOf(issue),
    ...(issue.code === 'invalid_type' && { received: kindOf(valueAt(item, issue.path)) }),
  }));
}

/** A JSON pointer (RFC 6901). */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function expectedOf(issue: z.core.$ZodIssue): { expected?: string } {
  if (issue.code === 'invalid_type') return { expected: issue.expected };
  if (issue.code === 'invalid_format') return { expected: issue.format };
  return issue.code === 'invalid_value' ? { expected: issue.values.map(String).join(' | ') } : {};
}

function valueAt(item: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[step] : undefined,
    item,
  );
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
