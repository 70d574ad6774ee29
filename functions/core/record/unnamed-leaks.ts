import { type Occurrence, occurrencesIn } from './occurrences.ts';
import type { OccurrencesRow } from './row.ts';
import { sortedBy } from './sorted-by.ts';
import type { OpenCase, SubjectRecord, UnnamedLeak } from './subject-record.ts';

/** How many of each home that it comes into a record remembers, the open one among them. */
const remembered = 3;

/**
 * The record with what its row says of the leaks into one home that have no reference: the open one is among the open cases
 * under the reference that the hub gave it, and where they seem to come from remembers the latest.
 * @param key the key of the row
 */
export function withUnnamedLeaks(record: SubjectRecord, key: string, row: OccurrencesRow): SubjectRecord {
  const occurrences = occurrencesIn('leak', row.steps);
  const { [key]: _before, ...others } = record.openCases;
  const open = occurrences.find(({ closedAt }) => closedAt === undefined);
  const openCases = open === undefined ? others : { ...others, [key]: openCaseOf(open) };
  const fromHere = occurrences.filter(({ facts }) => facts['part'] === 'source').slice(-remembered);
  const elsewhere = (record.unnamedLeaks ?? []).filter(({ into }) => into !== row.of);
  const all = [...elsewhere, ...fromHere.map(one => unnamedLeakOf(row.of, one))];
  const leaks = sortedBy(all, ({ at, id, into }) => `${at} ${id} ${into}`);
  return { ...record, openCases, ...(leaks.length > 0 && { unnamedLeaks: leaks }) };
}

function openCaseOf({ reference, openedAt, openedBy, system, stage, facts }: Occurrence): OpenCase {
  return { kind: 'leak', system, reference, openedAt, openedBy, stage, facts };
}

function unnamedLeakOf(into: string, { reference, openedAt, openedBy, closedAt }: Occurrence): UnnamedLeak {
  const over = closedAt === undefined ? {} : { closedAt };
  return { at: openedAt, rank: 0, id: openedBy, into, reference, ...over };
}
