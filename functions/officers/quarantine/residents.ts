import { type PersonReference, personSubject, propertySubject } from '../../../schemas/reference.ts';
import type { Disclosure } from '../../core/views/disclosure.ts';
import { inPerson, residentsOf } from '../../core/views/household.ts';
import { maySeeNames, type Viewer } from '../../core/views/need-to-know.ts';
import type { QuarantineSummary } from '../../shell/tables/quarantine/item.ts';
import { type ApiDeps, withSame } from '../properties/sources.ts';

interface Resident {
  person: PersonReference;
  responsible: boolean;
}

/** Of an item that waits for a person, who lives where the person is sought: the answer is as a rule one of them. */
export async function residentsFor(
  { subjects, now }: Pick<ApiDeps, 'subjects' | 'now'>,
  { soughtAt }: Pick<QuarantineSummary, 'soughtAt'>,
): Promise<Resident[] | undefined> {
  if (soughtAt === undefined) return undefined;
  const home = propertySubject(soughtAt);
  const property = (await subjects.subjects([home])).get(home);
  const residents = residentsOf({ property, predecessors: [], at: now() });
  const read = await subjects.subjects(residents.map(({ person }) => personSubject(person)));
  const household = Object.fromEntries(
    residents.flatMap(({ person }) => {
      const stored = read.get(personSubject(person));
      return stored === undefined ? [] : [[person, stored]];
    }),
  );
  return inPerson(residents, await withSame(subjects, household));
}

/** The same people by name, for a team that may know them by it. */
export async function named(
  { subjects }: Pick<ApiDeps, 'subjects'>,
  viewer: Viewer,
  residents: readonly Resident[],
): Promise<{ residents: (Resident & { name?: string })[]; disclosed: Disclosure[] }> {
  if (!maySeeNames(viewer) || residents.length === 0) return { residents: [...residents], disclosed: [] };
  const records = await subjects.subjects(residents.map(({ person }) => personSubject(person)));
  const withNames = residents.map(resident => {
    const name = records.get(personSubject(resident.person))?.record.details?.value.name;
    return { ...resident, ...(name !== undefined && { name }) };
  });
  const shown = withNames.filter(resident => 'name' in resident);
  return {
    residents: withNames,
    disclosed: shown.map(({ person }) => ({ about: personSubject(person), detail: 'name' })),
  };
}
