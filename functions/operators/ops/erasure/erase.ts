import type { Instant, PersonReference, Subject } from '../../../../schemas/reference.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { homeKeyName } from '../../../core/encryption/key-of-event.ts';
import type { Decrypt } from '../../../shell/encryption.ts';
import type { DestroyKey } from '../../../shell/tables/keys/key-eraser.ts';
import { keysTable } from '../../../shell/tables/keys/table.ts';
import type { QuarantineEraser } from '../../../shell/tables/quarantine/quarantine-eraser.ts';
import type { WholeSubjects } from '../../../shell/tables/records/whole-subjects.ts';
import { groundsToKeep } from './grounds.ts';
import { namesPerson } from './quarantined.ts';
import { whomOf } from './whom.ts';

export interface EraseDeps {
  subjects: Pick<WholeSubjects, 'read'>;
  decrypt: Decrypt;
  destroyKey: DestroyKey;
  quarantined: QuarantineEraser;
  now: () => Instant;
  print: (line: string) => void;
}

/** What is to be erased: whatever was said about a person, or about a home in a year, where nobody was named. */
export type Erased = { person: PersonReference } | { home: Subject; year: string };
interface Asked {
  erased: Erased;
  reason: string;
  /** Only shown, or done. */
  destroy: boolean;
}

/**
 * Erases what was said about somebody, everywhere at once: by destroying the keys that it was encrypted with. What happened to
 * the home, and that it happened, stays. Where the law keeps it, nothing is erased, and the reasons are printed.
 * @returns whether it is done, or could be.
 */
export function erase(deps: EraseDeps, asked: Asked): Promise<boolean> {
  return 'person' in asked.erased
    ? erasePerson(deps, asked.erased.person, asked)
    : destroyKeys(deps, [homeKeyName(asked.erased.home, asked.erased.year)], asked);
}

async function erasePerson(deps: EraseDeps, person: PersonReference, asked: Asked): Promise<boolean> {
  const { subjects, quarantined, print } = deps;
  const whom = await whomOf(deps, person);
  const homes = await Promise.all([...whom.homes.keys()].map(home => subjects.read(home)));
  const atHomes = new Map(homes.map(({ subject, flags }) => [subject as string, flags]));
  const grounds = groundsToKeep(
    whom.wholes.map(({ flags }) => flags),
    atHomes,
  );
  for (const ground of grounds) print(`Kept by law: ${ground}`);
  if (grounds.length > 0) {
    print('Nothing was erased. Erase it when these have ended.');
    return false;
  }
  const items = await quarantined.itemsThat(item => namesPerson(item, whom));
  for (const item of items) {
    const { system, id, state, receivedAt } = item;
    print(`In quarantine as ${system} sent it on ${receivedAt.slice(0, 10)}, ${state}: ${id}`);
    if (asked.destroy) await quarantined.remove(item);
  }
  for (const [home, year] of whom.homes)
    print(`Not erased: what was said about ${home} since ${year} and named nobody (erase UPRN --year YEAR)`);
  return destroyKeys(deps, whom.persons.map(personSubject), asked);
}

async function destroyKeys(
  { destroyKey, now, print }: EraseDeps,
  names: readonly string[],
  { reason, destroy }: Asked,
): Promise<boolean> {
  for (const name of names) {
    if (!destroy) print(`Would destroy the key of ${name}`);
    else if (await destroyKey(name, { at: now(), reason })) print(`Key destroyed: ${name}`);
    else print(`There was no key of ${name}`);
  }
  print(
    destroy
      ? `Backups have the keys for ${keysTable.recoveryDays} days more.`
      : 'Nothing was erased yet: the same with --destroy does it, and nobody can undo it.',
  );
  return true;
}
