import type { Instant } from '../../../../schemas/reference.ts';
import {
  brokenAt,
  type DayOfRows,
  dayOf,
  differenceOf,
  emptyDay,
  openDay,
  type Seal,
  sealed,
  withRow,
} from '../../../shell/tables/audit/seal.ts';

interface Deps {
  auditRows: () => AsyncIterable<Readonly<Record<string, unknown>>>;
  now: () => Instant;
  print: (line: string) => void;
}

/** The file in which seals are kept, one a line. */
export interface SealFile {
  read(): Seal[];
  append(seals: readonly Seal[]): void;
}

/**
 * Compares the audit with what was sealed of it, says which rows are missing, changed or came later, and seals the days
 * that are over since. A day whose rows have begun to expire is not compared any more.
 * @returns whether the audit is as it was sealed, and the seals are as they were written
 */
export async function verifyAudit({ auditRows, now, print }: Deps, file: SealFile): Promise<boolean> {
  const seals = file.read();
  const broken = brokenAt(seals);
  if (broken !== undefined) {
    print(`The seals themselves were changed: that of ${broken} is not on the chain of the day before`);
    return false;
  }
  const days = await daysOf(auditRows());
  const [last = '', today] = [seals.at(-1)?.day, openDay(now())];
  const [known, fresh] = [
    [...days.values()].filter(({ day }) => day <= last),
    [...days.values()].filter(({ day }) => day > last),
  ];
  const asSealed = new Map(seals.map(seal => [seal.day, seal]));
  const unsealed = known.filter(({ day }) => !asSealed.has(day)).map(({ day }) => emptyDay(day));
  const compared = [...seals.filter(({ expires }) => expires * 1000 > Date.parse(now())), ...unsealed];
  let faults = 0;
  for (const day of compared) {
    for (const [how, names] of Object.entries(differenceOf(day, days.get(day.day)))) {
      for (const name of names) print(`${how}: ${name}`);
      faults += names.length;
    }
  }
  const added: Seal[] = [];
  for (const day of fresh.filter(one => one.day < today).toSorted(byDay)) {
    added.push(sealed(day, added.at(-1) ?? seals.at(-1)));
  }
  file.append(added);
  const chain = (added.at(-1) ?? seals.at(-1))?.chain ?? 'none';
  print(`${seals.length} days were compared, ${faults} rows differ; ${added.length} days were sealed`);
  print(`The chain ends with ${chain}: keep it where nobody who may change the file can change it`);
  return faults === 0;
}

async function daysOf(rows: AsyncIterable<Readonly<Record<string, unknown>>>) {
  const days = new Map<string, DayOfRows>();
  for await (const row of rows) {
    const day = dayOf(row);
    days.set(day, withRow(days.get(day) ?? emptyDay(day), row));
  }
  return days;
}

function byDay({ day: one }: DayOfRows, { day: other }: DayOfRows): number {
  return one < other ? -1 : 1;
}
