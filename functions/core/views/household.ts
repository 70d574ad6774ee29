import type { Instant, PersonReference } from '../../../schemas/reference.ts';
import { type Companions, oneWith } from '../record/one-person.ts';
import { sortedBy } from '../record/sorted-by.ts';
import type { OpenCase, SubjectRecord } from '../record/subject-record.ts';
import { tenanciesAt } from '../record/tenancies.ts';
import { type Member, membersIn } from '../record/tenancy-case.ts';
import { casesInOrder } from './in-order.ts';
import { maySeeNames, type Viewer } from './need-to-know.ts';
import type { StoredSubject } from './stored-subject.ts';

/** Somebody who lives in a property; since when the list of tenancies does not say so any more, where it does not. */
type Resident = Member & Pick<OpenCase, 'missingSince'>;

/** The records of people, by person. */
export type Household = Readonly<Record<PersonReference, StoredSubject>>;

/** A home, those that it succeeded, and when. */
interface Lived {
  at: Instant;
  property: StoredSubject | undefined;
  predecessors: readonly { property: StoredSubject | undefined }[];
}

/** Everybody of the households that live in a property now. */
function householdOf(record: SubjectRecord | undefined, at: Instant): Resident[] {
  if (record === undefined) return [];
  return casesInOrder(tenanciesAt(record, at)).flatMap(({ facts, missingSince }) =>
    sortedBy(membersIn(facts), ({ person }) => person).map(member => ({
      ...member,
      ...(missingSince === undefined ? {} : { missingSince }),
    })),
  );
}

/**
 * Everybody who lives in a property now. Who lived in a home that it succeeded is of them until their tenancy ends or is
 * moved: better shown at two homes that one was split up into than at none.
 */
export function residentsOf({ property, predecessors, at }: Lived): Resident[] {
  const records = [property, ...predecessors.map(former => former.property)].map(stored => stored?.record);
  return [
    ...new Map(
      records.flatMap(record => householdOf(record, at)).map(member => [member.person, member]),
    ).values(),
  ];
}

/** The same people, each once: whoever is known by several keys under one of them. */
export function inPerson<R extends Pick<Resident, 'person' | 'responsible'>>(
  residents: readonly R[],
  household: Household,
): (R & { alsoKnownAs?: PersonReference[] })[] {
  const groups = Map.groupBy(residents, ({ person }) => everybody(person, household).join(' '));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = everybody(first.person, household);
    const [person = first.person, ...alsoKnownAs] = all;
    const responsible = [first, ...others].some(one => one.responsible);
    return all.length < 2 ? first : { ...first, person, responsible, alsoKnownAs };
  });
}

function everybody(person: PersonReference, household: Household): PersonReference[] {
  const stored = household[person];
  return stored === undefined ? [person] : oneWith(stored.record, companionsIn(household));
}

function companionsIn(household: Household): Companions {
  return Object.fromEntries(
    Object.entries(household).map(([person, { record }]) => [person, { version: 0, record }]),
  );
}

/** What is kept of these people and of whoever is one with them. */
export function peopleOf(residents: readonly Resident[], household: Household): StoredSubject[] {
  const all = new Set(residents.flatMap(({ person }) => everybody(person, household)));
  return [...all].flatMap(person => household[person] ?? []);
}

/** The household as a team sees it. */
export function householdView(residents: readonly Resident[], household: Household, viewer: Viewer) {
  return inPerson(residents, household).map(({ person, alsoKnownAs, responsible, missingSince }) => ({
    person,
    alsoKnownAs,
    responsible,
    missingSince,
    name: maySeeNames(viewer) ? nameOf([person, ...(alsoKnownAs ?? [])], household) : undefined,
  }));
}

function nameOf(all: readonly PersonReference[], household: Household): string | undefined {
  return all.flatMap(one => household[one]?.record.details?.value.name ?? [])[0];
}
