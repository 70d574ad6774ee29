import * as z from 'zod';
import { type Flag, flagCodeSchema } from '../../../schemas/flags.ts';
import { localReferenceSchema, subjectSchema } from '../../../schemas/reference.ts';
import { identityOf } from '../record/flag-identity.ts';

/** What makes a flag one flag: its code, what it is on, and the tenancy that it hangs on if it hangs on one. */
type Identified = Pick<Flag, 'code' | 'on' | 'tenancyReference'>;

const identifiedSchema = z.object({
  code: flagCodeSchema,
  on: subjectSchema,
  tenancyReference: localReferenceSchema.optional(),
});

const separator = '~';
const plain = /[A-Za-z0-9_-]/;

/**
 * The id of a flag, the same through every announcement: `asbestos~property~200000471104`. It stands in a path or a file
 * name as it is, and two flags never share one.
 */
export function flagId({ on, ...flag }: Identified): string {
  const { code, tenancyReference } = identityOf(flag);
  const slash = on.indexOf('/');
  const keys = [on.slice(slash + 1), ...(tenancyReference === undefined ? [] : [tenancyReference])];
  return [code, on.slice(0, slash), ...keys.map(escaped)].join(separator);
}

/** Which flag an id is of, or undefined when it is the id of none. */
export function parseFlagId(id: string): Identified | undefined {
  const [code, kind, ...keys] = id.split(separator);
  const [key, tenancyReference] = keys.map(unescaped);
  const identified = identifiedSchema.safeParse({ code, on: `${kind}/${key}`, tenancyReference }).data;
  return identified !== undefined && flagId(identified) === id ? identified : undefined;
}

function escaped(key: string): string {
  return [...new TextEncoder().encode(key)]
    .map(byte => {
      const character = String.fromCharCode(byte);
      return plain.test(character) ? character : `.${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}

function unescaped(key: string): string {
  const bytes = [...key.matchAll(/\.[0-9a-f]{2}|[^.]/g)].map(([part]) =>
    part.startsWith('.') ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
