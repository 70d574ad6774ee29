import type { LintelEvent } from '../../../schemas/catalogue.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import { personSubject } from '../../../schemas/reference.ts';

type KeyedEvent = Pick<LintelEvent, 'subject' | 'time' | 'timebasis' | 'data'>;

/**
 * The name of the key that the texts of an event are encrypted with: the person's that it is about, known to the hub or not.
 * What names nobody has the key of its home and the year in which it happened, so that it can be erased for the years in
 * which somebody lived there, and not with all that was ever said of the home. What nobody dated is `undated`: heard again in
 * the next year, it is the same.
 */
export function keyNameOf({ subject, time, timebasis, data }: KeyedEvent): string {
  const subjects: readonly Touched[] | undefined = 'subjects' in data ? data.subjects : undefined;
  const person = subjects?.find(({ role }) => role === 'person')?.subject;
  if (person !== undefined) return person;
  const knownAs = 'knownAs' in data ? data.knownAs : undefined;
  if (knownAs !== undefined) return personSubject(knownAs);
  return homeKeyName(subject, timebasis === 'heard' ? undated : time.slice(0, 4));
}

/** The year of what nobody dated. */
const undated = 'undated';

/** The name of the key of what was said about a home in a year (in UTC) and named nobody. */
export function homeKeyName(subject: string, year: string): string {
  return `${subject}/${year}`;
}
