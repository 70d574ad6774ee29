import type { Cause } from '../accounting/causes.ts';
import type { Wrong } from '../accounting/wrongness.ts';
import type { Trouble } from '../world/act.ts';
import type { Thing } from '../world/thing.ts';
import type { Evidence } from './evidence.ts';

/** The trouble that the borough itself knows of. */
export function troubles({ borough }: Evidence): Cause[] {
  return causesOf(borough.troubles, borough.tenancies);
}

/** What the hub did not take as it was sent. */
export function refusedMessages({ borough, driven }: Evidence): Cause[] {
  const byId = new Map(borough.told.map(({ thing }) => [thing.id, thing]));
  const found = driven.refusals.flatMap(({ act }) => {
    if (act.kind !== 'message') return [];
    return act.about.flatMap(id => byId.get(id) ?? []).flatMap(thing => troubleWith(thing, act.at));
  });
  return causesOf(found, borough.tenancies);
}

function troubleWith({ kind, homes, household = [], person, code }: Thing, from: number): Trouble[] {
  if (kind === 'tenancy') {
    const cause = 'the end of a tenancy that was still to come was refused';
    return [{ cause, homes, from }, ...household.map(member => ({ cause, person: member, from }))];
  }
  const where = person === undefined ? { homes } : { person };
  return [
    { cause: 'a message was refused or waits in quarantine', ...where, from, ...(code && { codes: [code] }) },
  ];
}

type Tenancies = Evidence['borough']['tenancies'];

function causesOf(found: readonly Trouble[], tenancies: Tenancies): Cause[] {
  return [...Map.groupBy(found, ({ cause }) => cause)].map(([title, all]) => ({
    title,
    explains: wrong =>
      all
        .filter(one => isAbout(one, wrong, tenancies))
        .map(({ from, to = Number.POSITIVE_INFINITY }) => ({ from, to })),
  }));
}

/** Somebody’s trouble shows wherever they ever lived. */
function isAbout(
  { codes, homes = [], person }: Trouble,
  { code, home }: Wrong,
  tenancies: Tenancies,
): boolean {
  if (codes !== undefined && !codes.some(one => one === code)) return false;
  const lived = tenancies.filter(({ household }) => person !== undefined && household.includes(person));
  return homes.includes(home) || lived.some(one => one.home.uprn === home);
}
