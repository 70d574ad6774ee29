import type { Ground } from './ground.ts';
import { lists, type Row } from './nightly.ts';
import type { Thing, Told } from './thing.ts';
import { dayOf, isoOf } from './time.ts';

const tenancyHeadings = 'Tenancy ref,Asset id,Tenure,Start date,Tenants,Other household members';
const jobHeadings = 'Job no,Property ref,Priority,Raised';
const caseHeadings = 'Case ref,UPRN,Received,Stage';

/** The tenancy system's list of all tenancies in force. */
export function tenancyList(ground: Ground): void {
  const rows = ground.tenancies.map(({ thing, home, household, from, to }): Row => {
    const [tenant = '', ...others] = household;
    return {
      thing,
      from,
      to,
      cells: [thing.id, home.tenancy, 'Secure', dayOf(from), tenant, others.join(';')],
    };
  });
  lists(ground, { system: 'tenancy', feed: 'tenancies', headings: tenancyHeadings, rows });
}

/** The case system's list of all open complaints. */
export function caseList(ground: Ground): void {
  const about = ground.chronicle.told.filter(
    ({ thing }) => thing.code === 'open-complaint' && !thing.id.endsWith('-X'),
  );
  const rows = rowsOf(about, ({ id, homes }, from) => [id, homes[0] ?? '', isoOf(from), '1']);
  lists(ground, { system: 'complaints', feed: 'open-cases', headings: caseHeadings, rows });
}

/** The repairs system's list of all open jobs. */
export function jobList(ground: Ground): void {
  const references = new Map(ground.homes.map(({ uprn, repairs }) => [uprn as string, repairs]));
  const about = ground.chronicle.told.filter(({ thing }) => thing.kind === 'job');
  const rows = rowsOf(about, ({ id, homes: [home = ''] }, from) => [
    ...[id, references.get(home) ?? '', '3', isoOf(from)],
  ]);
  lists(ground, { system: 'repairs', feed: 'open-jobs', headings: jobHeadings, rows });
}

/** A row for each thing, from when it began to when it was over. */
function rowsOf(told: readonly Told[], cellsOf: (thing: Thing, from: number) => readonly string[]): Row[] {
  return [...Map.groupBy(told, ({ thing }) => thing)].map(([thing, all]) => {
    const at = (says: Told['says']) => all.find(one => one.says === says)?.happened;
    const [from = 0, to] = [at('stands'), at('over')];
    return { thing, from, to, cells: cellsOf(thing, from) };
  });
}
