import type * as z from 'zod';
import { personSubject } from '../../../schemas/reference.ts';
import { askedOf, readWaitingKey } from '../../core/quarantine/waits-for.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import type { QuarantineItem } from '../../shell/tables/quarantine/item.ts';
import type { ApiDeps } from '../properties/sources.ts';
import type { resolveRequest } from './contract.ts';

type Deps = Pick<ApiDeps, 'directory' | 'subjects'>;

/**
 * Refuses an answer to what an item does not ask, and one that names no home or person that the hub knows.
 * @throws {ApiProblem} 422
 */
export async function refuseUnlessAnswer(
  { directory, subjects }: Deps,
  { key = '' }: Pick<QuarantineItem, 'key'>,
  { uprn, person }: z.output<typeof resolveRequest>,
): Promise<void> {
  const asked = askedOf(readWaitingKey(key));
  if (uprn !== undefined) {
    refuseUnless(
      asked === 'home',
      'It waits for no home',
      'What is wrong with it is not which home is meant',
    );
    const isKnown = (await directory.placesOf([uprn])).has(uprn);
    refuseUnless(isKnown, 'Unknown property', `The gazetteer has no property with the UPRN ${uprn}`);
  }
  if (person !== undefined) {
    refuseUnless(asked === 'person', 'It waits for no person', 'What is wrong with it is not who is meant');
    const subject = personSubject(person);
    const isKnown = (await subjects.subjects([subject])).has(subject);
    refuseUnless(isKnown, 'Unknown person', `Nothing was ever heard of ${person}`);
  }
}

function refuseUnless(holds: boolean, title: string, why: string): void {
  if (holds) return;
  const detail = `${why}: GET it, and give what it waits for, or a corrected payload.`;
  throw new ApiProblem({ status: 422, title, detail });
}
