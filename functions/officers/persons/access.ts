import { type PersonReference, personSubject } from '../../../schemas/reference.ts';
import { namedAsOne, oneWith } from '../../core/record/one-person.ts';
import { maySeeNames, type Viewer } from '../../core/views/need-to-know.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { readCompanions } from '../../shell/tables/records/companions.ts';
import type { ApiDeps } from '../properties/sources.ts';

/**
 * A person, with everybody who is one with them.
 * @throws {ApiProblem} 403 for a team that knows nobody by name, 404 when nothing was heard of the person.
 */
export async function visiblePerson(
  { subjects }: Pick<ApiDeps, 'subjects'>,
  viewer: Viewer,
  person: PersonReference,
) {
  if (!maySeeNames(viewer)) {
    const detail =
      'Who somebody is, is for teams that know residents by name. A property shows what to do there.';
    throw new ApiProblem({ status: 403, title: 'Not for this team', detail });
  }
  const stored = await subjects.subjects([personSubject(person)]);
  const own = stored.get(personSubject(person));
  if (own === undefined) {
    const detail = 'The hub has heard of no such person. A property’s household names those who live there.';
    throw new ApiProblem({ status: 404, title: 'Unknown person', detail });
  }
  const companions = await readCompanions(subjects.subjects, namedAsOne(own.record), { [person]: own });
  return { own, companions, all: oneWith(own.record, companions) };
}

/** The problems of a read of one person. */
export const unknownPerson = {
  403: 'The team knows nobody by name',
  404: 'Nothing was ever heard of this person',
} as const;
