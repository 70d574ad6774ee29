import { type Flag, flagCodeSchema } from '../../../schemas/flags.ts';
import { localReferenceSchema, subjectSchema } from '../../../schemas/reference.ts';

/** What makes a flag one flag: its code, what it is on, and the tenancy that it hangs on if it hangs on one. */
type Identified = Pick<Flag, 'code' | 'on' | 'tenancyReference'>;

const separator = '~';
const plain = /[A-Za-z0-9_-]/;

/**
 * The id of a flag, the same through every announcement: `asbestos~property~200000471104`. It stands in a path or a file
 * name as it is, and two flags never share one.
 */
export function flagId({ code, on, tenancyReference }: Identified): string {
  const slash = on.indexOf('/');
  const keys = [on.slice(slash + 1), ...(tenancyReference === undefined ? [] : [tenancyReference])];
  return [code, on.slice(0, slash), ...keys.map(escaped)].join(separator);
}

/** Which flag an id is of, or undefined when it is the id of none. */
export function parseFlagId(id: string): Identified | undefined {
  const [code, kind, key = '', tenancy, ...more] = id.split(separator);
  const parsed = {
    code: flagCodeSchema.safeParse(code).data,
    on: subjectSchema.safeParse(`${kind}/${unescaped(key)}`).data,
    tenancyReference:
      tenancy === undefined ? undefined : localReferenceSchema.safeParse(unescaped(tenancy)).data,
  };
  if (parsed.code === undefined || parsed.on === undefined || more.length > 0) return undefined;
  const identified = { ...parsed, code: parsed.code, on: parsed.on };
  return flagId(identified) === id ? identified : undefined;
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
  const bytes = (key.match(/\.[0-9a-f]{2}|[^.]/g) ?? []).map(part =>
    part.startsWith('.') ? Number.parseInt(part.slice(1), 16) : part.charCodeAt(0),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes));
}
