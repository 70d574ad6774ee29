import type { Instant, PersonReference } from '../../../schemas/reference.ts';
import { registers } from '../../adapters/connected.ts';
import type { EventDraft } from '../../adapters/contract.ts';
import { personCrossReference } from '../../core/identity/cross-reference.ts';
import { type Directory, type LearntAs, nameOfKey } from '../../shell/tables/directory/directory-store.ts';

/**
 * Whom a key of a person means: somebody of the landlord's register; whom it was learnt to mean; or nobody that anybody can
 * tell yet, also where whoever it was taken for was found to be another.
 */
export type Meant =
  | { as: 'registered'; person: PersonReference }
  | { as: 'learnt'; person: PersonReference; at: Instant }
  | { as: 'unknown'; formerly?: { person: PersonReference; at: Instant } };

/** Whom each key of a document means. */
export type Persons = (named: PersonReference) => Meant;

/**
 * Finds every person that drafts name: those of a system that keeps the register are who they are, and every other
 * system's keys have to be learnt. One read for a document that has such a key.
 */
export async function findPersons(
  drafts: readonly Pick<EventDraft, 'persons'>[],
  directory: Pick<Directory, 'learnt'>,
): Promise<Persons> {
  const named = drafts.flatMap(({ persons = [] }) => persons).map(personCrossReference);
  const foreign = named.filter(({ system }) => !registers.has(system));
  const learnt = foreign.length === 0 ? new Map<string, LearntAs>() : await directory.learnt(foreign);
  return named => {
    const key = personCrossReference(named);
    if (registers.has(key.system)) return { as: 'registered', person: named };
    const { person, learntAt, forgottenAt } = learnt.get(nameOfKey(key)) ?? {};
    if (person === undefined || learntAt === undefined) return { as: 'unknown' };
    if (forgottenAt === undefined) return { as: 'learnt', person, at: learntAt };
    return { as: 'unknown', formerly: { person, at: forgottenAt } };
  };
}
