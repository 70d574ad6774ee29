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

/** An answer, and what it discloses. */
export interface Shown<T> {
  answer: T;
  disclosed: Disclosure[];
}
