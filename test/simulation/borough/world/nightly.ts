import type { FlagCode } from '../../../../schemas/flags.ts';
import type { Doubt } from '../accounting/wrongness.ts';
import type { Ground } from './ground.ts';
import type { Thing } from './thing.ts';
import { day, daysLater, hour } from './time.ts';

/** A row of a list: what it is of, and for how long it is on the list. */
export interface Row {
  thing: Thing;
  from: number;
  to: number | undefined;
  cells: readonly string[];
}
interface Feed {
  system: string;
  feed: string;
  headings: string;
  rows: readonly Row[];
}

const night = 2 * hour;
const missingOnce = 'a row was missing from one nightly list';

/**
 * One list a night; a night on which it says the same as the night before is left out, since it is no news. Now and then a
 * row is missing for one night, as when an extract is taken while somebody has the record open.
 */
export function lists(ground: Ground, { system, feed, headings, rows }: Feed): void {
  const { begins, ends, chronicle } = ground;
  const missing = missingRows(ground, rows);
  let before: readonly Row[] = [];
  for (let on = daysLater(begins, 1) + night; on < ends; on = daysLater(on, 1) + night) {
    const gone = missing.get(on);
    const inForce = rows.filter(row => isIn(row, on));
    const listed = inForce.filter(row => row !== gone);
    if (listed.length === before.length && listed.every(row => before.includes(row))) continue;
    const body = [headings, ...listed.map(({ cells }) => cells.join(','))].join('\r\n');
    chronicle.acts.push({ kind: 'list', at: on, system, feed, body });
    const news = listed.filter(row => !before.includes(row));
    for (const { thing, from } of news)
      chronicle.told.push({ thing, says: 'stands', happened: from, heard: on });
    const over = before.filter(row => !inForce.includes(row));
    for (const { thing, to = on } of over)
      chronicle.told.push({ thing, says: 'over', happened: to, heard: on });
    if (gone !== undefined) missed(chronicle, gone.thing, on);
    before = listed;
  }
}

function missingRows({ begins, ends, chance }: Ground, rows: readonly Row[]): ReadonlyMap<number, Row> {
  const faults = Array.from({ length: Math.round((ends - begins) / (240 * day)) }, () => {
    const on = daysLater(begins, chance.between(30, 700)) + night;
    const stays = rows.filter(row => isIn(row, on - day) && isIn(row, on + 40 * day));
    return stays.length === 0 ? [] : [[on, chance.pick(stays)] as const];
  });
  return new Map(faults.flat());
}

const codesOf = {
  complaint: ['open-complaint', 'ombudsman-case'],
  tenancy: ['household-unconfirmed'],
  job: ['access-missed', 'closed-under-legal-hold'],
} as const satisfies Record<string, readonly FlagCode[]>;

/** While a list lacks a case or a job nobody can say whether it is open; of a tenancy it is asked. */
export function doubtsAbout({ kind, homes }: Thing, from: number, to: number): Doubt[] {
  const codes = codesOf[kind === 'job' || kind === 'tenancy' ? kind : 'complaint'];
  return homes.flatMap(home => codes.map(code => ({ home, code, from, to })));
}

function missed({ troubles, doubts }: Ground['chronicle'], thing: Thing, on: number): void {
  const { kind, homes, household = [] } = thing;
  if (kind === 'tenancy') {
    troubles.push({ cause: missingOnce, homes, from: on });
    troubles.push(...household.map(person => ({ cause: missingOnce, person, from: on })));
    return;
  }
  const codes = codesOf[kind === 'job' ? 'job' : 'complaint'];
  troubles.push({ cause: missingOnce, homes, codes, from: on });
  doubts.push(...doubtsAbout(thing, on, daysLater(on, 1) + night));
}

function isIn({ from, to }: Row, at: number): boolean {
  return from <= at && (to === undefined || at < to);
}
