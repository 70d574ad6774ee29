import { type PersonReference, personSubject, type Subject } from '../../../../schemas/reference.ts';
import { type Companion, type Companions, namedAsOne } from '../../../core/record/one-person.ts';
import { personOf, type SubjectRecord } from '../../../core/record/subject-record.ts';
import { batchGet, type Table } from '../batch-requests.ts';
import { readItem } from '../read-item.ts';
import { recordItemSchema } from './items.ts';
import { recordKey } from './keys.ts';

/** Records with their versions, of those subjects of which anything was heard. */
type ReadVersions = (subjects: readonly Subject[]) => Promise<ReadonlyMap<Subject, Companion>>;

/**
 * Reads with whom somebody is one, and with whom those are, until nobody new is named: nothing at all for whoever is one with
 * nobody, which is nearly everybody.
 * @param named the persons to begin with
 */
export async function readCompanions(
  read: ReadVersions,
  named: readonly PersonReference[],
  known: Companions = {},
): Promise<Companions> {
  const wanted = [...new Set(named)].filter(person => !Object.hasOwn(known, person));
  if (wanted.length === 0) return known;
  const found = await read(wanted.map(personSubject));
  const nobody: Companion = { version: 0, record: undefined };
  const all = wanted.map(person => [person, found.get(personSubject(person)) ?? nobody] as const);
  return readCompanions(
    read,
    all.flatMap(([, { record }]) => namedAsOne(record)),
    { ...known, ...Object.fromEntries(all) },
  );
}

/**
 * Those who are one with a person as the table has them now, and those of whom that is decided now; the person not among them.
 * @param others the persons of whom it is decided
 */
export async function companionsOf(
  table: Table,
  { subject, record }: { subject: Subject; record: SubjectRecord | undefined },
  others: readonly PersonReference[],
): Promise<Companions> {
  const self = personOf(subject);
  if (self === undefined) return {};
  const read: ReadVersions = async subjects => {
    const items = await batchGet(table, subjects.map(recordKey), { consistent: true });
    const found = items.map(item => readItem(table.tableName, recordItemSchema, item));
    return new Map(found.map(one => [one.record.subject, one]));
  };
  const known: Companions = { [self]: { version: 0, record } };
  const { [self]: _self, ...companions } = await readCompanions(
    read,
    [...namedAsOne(record), ...others],
    known,
  );
  return companions;
}
