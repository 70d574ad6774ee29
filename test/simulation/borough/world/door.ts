import type { Home } from '../../../bench/support/estate.ts';
import type { Tells } from './chronicle.ts';
import { type Ground, tenancyAt } from './ground.ts';
import { leakRow } from './leak-items.ts';
import type { Thing } from './thing.ts';

/** Somebody stood at the door in vain, for a job or a leak: of this household, and of no other. */
export function inVain({ tenancies }: Ground, home: Home, at: number, purpose: Thing): Tells[] {
  const tenancy = tenancyAt(tenancies, home.uprn, at)?.thing.id;
  if (tenancy === undefined) return [];
  return [[{ ...missed(home, tenancy), id: `missed ${tenancy} ${at}`, purpose: purpose.id }, 'stands']];
}

/** Somebody got in, whatever for: no visit in vain of before counts any more. */
export function gotIn({ tenancies }: Ground, home: Home, at: number): Tells[] {
  const tenancy = tenancyAt(tenancies, home.uprn, at)?.thing.id;
  return tenancy === undefined ? [] : [[missed(home, tenancy), 'over']];
}

function missed({ uprn }: Home, tenancy: string): Thing {
  return { id: `missed ${tenancy}`, kind: 'missed', code: 'access-missed', homes: [uprn], tenancy };
}

/** The leaks team calls because of a leak: it gets in, or nobody is in. */
export function attempted(ground: Ground, home: Home, at: number, leak: Thing, cells: object): void {
  const isVain = ground.chance.percent(30) && tenancyAt(ground.tenancies, home.uprn, at) !== undefined;
  const row = leakRow(home, at, isVain ? 'No access' : 'Visit', { ...cells, 'Suspected source': '' });
  ground.chronicle.say('leaks', at, row, isVain ? inVain(ground, home, at, leak) : gotIn(ground, home, at));
}
