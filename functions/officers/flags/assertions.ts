import type { Flag } from '../../../schemas/flags.ts';
import { personSubject } from '../../../schemas/reference.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import { namedAsOne, oneWith } from '../../core/record/one-person.ts';
import type { Row } from '../../core/record/row.ts';
import { personOf, type SubjectRecord } from '../../core/record/subject-record.ts';
import { readCompanions } from '../../shell/tables/records/companions.ts';
import type { SubjectReader } from '../../shell/tables/records/subject-reader.ts';

/** The keys of the rows in which source systems assert a flag now. */
function assertionsOf(flag: Flag, record: SubjectRecord | undefined): string[] {
  const held = Object.entries(record?.heldFlags ?? {});
  return held.filter(([, assertion]) => flagKey(assertion) === flagKey(flag)).map(([key]) => key);
}

/** The rows in which source systems assert a flag now: of a person, under each of their keys. */
export async function assertedRows(
  { subjects, rows }: Pick<SubjectReader, 'subjects' | 'rows'>,
  flag: Flag,
  record: SubjectRecord | undefined,
): Promise<Row[]> {
  const own = await rows(flag.on, assertionsOf(flag, record));
  const self = personOf(flag.on);
  if (record === undefined || self === undefined) return own;
  const companions = await readCompanions(subjects, namedAsOne(record), { [self]: { version: 0, record } });
  const others = oneWith(record, companions).filter(person => person !== self);
  const theirs = others.map(person =>
    rows(personSubject(person), assertionsOf(flag, companions[person]?.record)),
  );
  return [own, ...(await Promise.all(theirs))].flat();
}
