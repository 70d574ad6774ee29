import type { Bulk, Member, Person, Tenure } from './bulk.ts';

/** Why somebody was not linked. */
export type Unlinked =
  | 'no person of this tenure is in the files'
  | 'nobody of this tenure has this name and date of birth'
  | 'several of this tenure have this name and date of birth'
  | 'their tenure is not in the files';

/** Which person each household member is, and everybody who could not be told. */
export interface Links {
  /** The id of a household member to that of the person. */
  personOf: ReadonlyMap<string, string>;
  members: ReadonlyMap<string, Unlinked>;
  persons: ReadonlyMap<string, Unlinked>;
}

/**
 * Links household members with persons. The members' own ids join nothing; a person names their tenure, and within it
 * name and date of birth must be the same, where a middle name may be missing on either side. It is never guessed:
 * one member and one person, or neither.
 */
export function linkPeople({ tenures, persons }: Pick<Bulk, 'tenures' | 'persons'>): Links {
  const byTenure = Map.groupBy(
    persons.flatMap(person => person.tenures.map(tenure => ({ tenure: tenure.id, person }))),
    ({ tenure }) => tenure,
  );
  const personOf = new Map<string, string>();
  const members = new Map<string, Unlinked>();
  for (const { id, householdMembers } of tenures) {
    const people = (byTenure.get(id) ?? []).map(({ person }) => person);
    for (const member of householdMembers) {
      const found = personIn(people, householdMembers, member);
      if (typeof found === 'string') members.set(member.id, found);
      else personOf.set(member.id, found.id);
    }
  }
  const linked = new Set(personOf.values());
  const byId = new Map(tenures.map(tenure => [tenure.id, tenure]));
  const rest = persons.filter(({ id }) => !linked.has(id));
  return { personOf, members, persons: new Map(rest.map(person => [person.id, whyUnlinked(person, byId)])) };
}

function personIn(people: readonly Person[], members: readonly Member[], member: Member): Person | Unlinked {
  if (people.length === 0) return 'no person of this tenure is in the files';
  const [person, ...others] = people.filter(one => isSame(one, member));
  if (person === undefined) return 'nobody of this tenure has this name and date of birth';
  if (others.length > 0 || members.filter(one => isSame(person, one)).length > 1)
    return 'several of this tenure have this name and date of birth';
  return person;
}

function whyUnlinked(person: Person, tenures: ReadonlyMap<string, Tenure>): Unlinked {
  const own = person.tenures.flatMap(({ id }) => tenures.get(id) ?? []);
  if (own.length === 0) return 'their tenure is not in the files';
  const isOneOfSeveral = own.some(({ householdMembers }) =>
    householdMembers.some(one => isSame(person, one)),
  );
  return isOneOfSeveral
    ? 'several of this tenure have this name and date of birth'
    : 'nobody of this tenure has this name and date of birth';
}

function isSame(person: Person, member: Member): boolean {
  const born = (date: Tenure['endOfTenureDate']) => date?.slice(0, 10);
  if (born(person.dateOfBirth) === undefined || born(person.dateOfBirth) !== born(member.dateOfBirth))
    return false;
  const { title, firstname, middleName, surname } = person;
  const [one, other] = [wordsOf([title, firstname, middleName, surname]), wordsOf([member.fullName])];
  const isSameEnds = one[1] === other[1] && one.at(-1) === other.at(-1) && one[0] === other[0];
  return isSameEnds && (isWithin(one, other) || isWithin(other, one));
}

function wordsOf(parts: readonly (string | null | undefined)[]): string[] {
  return parts
    .join(' ')
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
}

/** Whether all words stand among the others, in the same order. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  let next = 0;
  for (const word of others) if (word === words[next]) next += 1;
  return next === words.length;
}
