import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { PersonReference, Subject } from '../../../schemas/reference.ts';
import { compareStamps, type Register } from './registers.ts';
import { personOf, type SubjectRecord } from './subject-record.ts';

/** Another person's record as it was read, and its version; version 0 when nothing was heard of them. */
export interface Companion {
  version: number;
  record: SubjectRecord | undefined;
}
/** The persons that have to be read to know with whom somebody is one. */
export type Companions = Readonly<Record<PersonReference, Companion>>;

/** With whom a person is one, as far as their own record tells. */
export function namedAsOne(record: Pick<SubjectRecord, 'sameAs'> | undefined): PersonReference[] {
  return Object.entries(record?.sameAs ?? {}).flatMap(([person, { value }]) =>
    value ? [person as PersonReference] : [],
  );
}

/** With whom events say that somebody is one, or no longer. */
export function namedAsOneIn(events: readonly SystemEvent[], subject: Subject): PersonReference[] {
  const self = personOf(subject);
  if (self === undefined) return [];
  const named = events.flatMap(({ type, data }) =>
    (type === 'housing.person.merged.v1' || type === 'housing.person.separated.v1') && 'other' in data
      ? [data.person, data.other]
      : [],
  );
  return [...new Set(named)].filter(person => person !== self);
}

/**
 * Everybody who is one with a person, themselves included, by reference: whoever is one with somebody who is, is too. Both
 * of a pair keep what was decided of them; the latest that either has heard holds.
 */
export function oneWith(record: SubjectRecord, companions: Companions): PersonReference[] {
  const self = personOf(record.subject);
  if (self === undefined) return [];
  const recordOf = (person: PersonReference) => (person === self ? record : companions[person]?.record);
  const met = new Set([self]);
  for (const person of met) {
    for (const other of namedAsOne(recordOf(person))) {
      const [here, there] = [recordOf(person), recordOf(other)];
      if (there !== undefined && latest(here?.sameAs?.[other], there.sameAs?.[person])) met.add(other);
    }
  }
  return [...met].sort();
}

function latest(...heard: (Register<boolean> | undefined)[]): boolean {
  const said = heard.filter(one => one !== undefined);
  return said.sort(compareStamps).at(-1)?.value === true;
}

/** The one of them under whom all are shown: it follows from who they are, whatever was decided first. */
export function shownAs(record: SubjectRecord, companions: Companions): PersonReference | undefined {
  return oneWith(record, companions)[0];
}
