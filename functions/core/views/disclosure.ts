import * as z from 'zod';

/** The kinds of personal detail that an answer may show. */
export const detailSchema = z.enum([
  'name',
  'flag-basis',
  'personal-text',
  'special-category-text',
  'quarantine-payload',
  'read-audit',
]);
export type Detail = z.infer<typeof detailSchema>;

/** That an answer shows a kind of detail about somebody or something. */
export interface Disclosure {
  /** What it is about, such as `person/tenancy:7d1f3c1e` or `property/200000471104`. */
  about: string;
  detail: Detail;
}

/** Fields of answers that always show something of people, and which kind of detail each of them is. */
export const personalFields: Readonly<Record<string, Detail>> = {
  name: 'name',
  payload: 'quarantine-payload',
  reads: 'read-audit',
};
/** What systems said, in fields of their own: its texts are judged one by one where it is made ready to be shown. */
const saidBySystems: ReadonlySet<string> = new Set(['payload', 'corrected', 'data', 'facts']);

/** The kinds of detail that an answer has fields of, although it does not say that it discloses any such thing. */
export function undisclosedIn({ answer, disclosed }: Shown<unknown>): Detail[] {
  const known = new Set(disclosed.map(({ detail }) => detail));
  return [...new Set(detailsIn(answer))].filter(detail => !known.has(detail));
}

function detailsIn(value: unknown): Detail[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(detailsIn);
  return Object.entries(value).flatMap(([field, inner]) => {
    const isKnown = inner !== undefined && Object.hasOwn(personalFields, field);
    const detail = isKnown ? personalFields[field] : undefined;
    return [...(detail === undefined ? [] : [detail]), ...(saidBySystems.has(field) ? [] : detailsIn(inner))];
  });
}

/** An answer, and what it discloses. */
export interface Shown<T> {
  answer: T;
  disclosed: Disclosure[];
}
