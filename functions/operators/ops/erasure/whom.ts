import { type PersonReference, personSubject, type Subject } from '../../../../schemas/reference.ts';
import { oneWith } from '../../../core/record/one-person.ts';
import { emptyRecord, personOf, subjectRecordSchema } from '../../../core/record/subject-record.ts';
import type { Decrypt } from '../../../shell/encryption.ts';
import type { WholeSubject, WholeSubjects } from '../../../shell/tables/records/whole-subjects.ts';

/** A person with all that the hub has of them: under every key by which they are known. */
export interface Whom {
  persons: readonly PersonReference[];
  names: readonly string[];
  /** What is kept under each of those keys. */
  wholes: readonly WholeSubject[];
  /** The homes that were named with them, and since which year. */
  homes: ReadonlyMap<Subject, string>;
}

interface Deps {
  subjects: Pick<WholeSubjects, 'read'>;
  decrypt: Decrypt;
}

/** Finds out who a person is: everybody with whom they are one, and every key that was learnt to mean one of them. */
export async function whomOf({ subjects, decrypt }: Deps, person: PersonReference): Promise<Whom> {
  const self = await subjects.read(personSubject(person));
  const record = subjectRecordSchema.safeParse(self.record).data ?? emptyRecord(self.subject);
  const all = oneWith(record, self.companions ?? {});
  const others = all.filter(one => one !== person);
  const wholes = [self, ...(await Promise.all(others.map(one => subjects.read(personSubject(one)))))];
  const records = wholes.flatMap(({ record: stored }) => subjectRecordSchema.safeParse(stored).data ?? []);
  const links = records.flatMap(one => one.links).filter(({ holds }) => holds);
  const names = records.flatMap(({ details }) => details?.value.name ?? []);
  const homes = new Map<Subject, string>();
  for (const { time, data } of wholes.flatMap(({ timeline }) => timeline)) {
    for (const { subject } of data.subjects) {
      const year = time.slice(0, 4);
      if (personOf(subject) === undefined && year < (homes.get(subject) ?? '9')) homes.set(subject, year);
    }
  }
  return {
    persons: [...new Set([person, ...others, ...links.map(({ knownAs }) => knownAs)])],
    names: await decrypt(names),
    wholes,
    homes,
  };
}
