import type { PersonReference } from '../../../../schemas/reference.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import type { Decrypt } from '../../../shell/encryption.ts';
import type { StoredRow } from '../../../shell/tables/audit/whole-audit.ts';
import type { QuarantineEraser } from '../../../shell/tables/quarantine/quarantine-eraser.ts';
import type { ReadClear } from '../../../shell/tables/records/clear-items.ts';
import type { WholeSubjects } from '../../../shell/tables/records/whole-subjects.ts';
import { namesPerson } from './quarantined.ts';
import { whomOf } from './whom.ts';

interface Deps {
  subjects: Pick<WholeSubjects, 'read'>;
  decrypt: Decrypt;
  readClear: ReadClear;
  quarantined: QuarantineEraser;
  auditRows: () => AsyncIterable<StoredRow>;
  write: (text: string) => void;
  print: (line: string) => void;
}

/**
 * Writes down all that there is of one person, for whoever answers their request (UK GDPR, Art. 15): what is kept under each
 * of their keys, what waits in quarantine, and who was shown something of them. What concerns others too is in it: somebody
 * has to look through it before it is handed over.
 * @returns whether there is anything.
 */
export async function writeSubjectAccess(deps: Deps, person: PersonReference): Promise<boolean> {
  const { decrypt, readClear, quarantined, auditRows, write, print } = deps;
  const whom = await whomOf(deps, person);
  const about = new Set<unknown>(whom.persons.map(personSubject));
  const kept = await Promise.all(
    whom.persons.map(async one => ({
      person: one,
      items: await decrypt(await readClear(personSubject(one), '')),
    })),
  );
  const reads: StoredRow[] = [];
  for await (const row of auditRows()) if (about.has(row['about'])) reads.push(row);
  const waiting = await quarantined.itemsThat(item => namesPerson(item, whom));
  const homes = [...whom.homes].map(([home, since]) => ({ home, since }));
  write(JSON.stringify({ persons: whom.persons, kept, quarantined: waiting, reads, homes }, undefined, 2));
  const items = kept.reduce((count, one) => count + one.items.length, 0);
  print(
    `${items} items, ${waiting.length} in quarantine, ${reads.length} reads of ${whom.persons.join(', ')}`,
  );
  for (const { home, since } of homes)
    print(`Not in it: what was said about ${home} since ${since} (show UPRN)`);
  print('Look through it before it is handed over: it may speak of others.');
  return items > 0;
}
