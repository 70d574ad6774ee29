import type { Home } from '../../../bench/support/estate.ts';
import type { Tells } from './chronicle.ts';
import { type Ground, tenancyAt } from './ground.ts';
import { leakRow } from './leak-items.ts';
import type { Thing } from './thing.ts';

/** That a visit which is still needed found nobody: of this household, and of no other. */
function missedAt({ tenancies }: Ground, home: Home, at: number): Thing | undefined {
  const tenancy = tenancyAt(tenancies, home.uprn, at);
  if (tenancy === undefined) return undefined;
  const id = `missed ${tenancy.thing.id}`;
  return { id, kind: 'missed', code: 'access-missed', homes: [home.uprn], tenancy: tenancy.thing.id };
}

/** What somebody at the door tells: nobody was in, or they got in. */
export function doorTells(ground: Ground, home: Home, at: number, missed: boolean): Tells[] {
  const thing = missedAt(ground, home, at);
  return thing === undefined ? [] : [[thing, missed ? 'stands' : 'over']];
}

/** The leaks team calls: it gets in, or nobody is in. */
export function attempted(ground: Ground, home: Home, at: number, system: string, cells: object): void {
  const missed = ground.chance.percent(30) && tenancyAt(ground.tenancies, home.uprn, at) !== undefined;
  const row = leakRow(home, at, missed ? 'No access' : 'Visit', { ...cells, 'Suspected source': '' });
  ground.chronicle.say(system, at, row, doorTells(ground, home, at, missed));
}
