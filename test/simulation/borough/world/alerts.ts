import type { Home } from '../../../bench/support/estate.ts';
import type { Trouble } from './act.ts';
import type { Tells } from './chronicle.ts';
import { type Ground, type Tenancy, tenancyAt } from './ground.ts';
import type { Thing } from './thing.ts';
import { day } from './time.ts';

/** What a work order carries beside the work. */
interface Carried {
  fields: { locationAlert?: object[]; personAlert?: object[]; customer?: object };
  tells: Tells[];
  troubles: Omit<Trouble, 'from'>[];
}

const echoed = 'echo: what a system was told came back as its own word';
const ownCustomer = 'a customer by a number that only repairs has';

/**
 * The alerts on a work order: what repairs knows itself, and what it shows because the hub told it.
 * @param register from when on repairs knows of asbestos at the home
 */
export function carriedAlerts(ground: Ground, home: Home, at: number, register: number): Carried {
  const tenancy = tenancyAt(ground.tenancies, home.uprn, at);
  const own = asbestos(ground, home, at, register);
  const echoes = tenancy === undefined ? nothing : echo(ground, home, tenancy, at);
  return echoes === nothing && tenancy !== undefined
    ? joined(own, unknownCustomer(ground, home, tenancy))
    : joined(own, echoes);
}

const nothing: Carried = { fields: {}, tells: [], troubles: [] };

function joined(one: Carried, other: Carried): Carried {
  const locationAlert = [...(one.fields.locationAlert ?? []), ...(other.fields.locationAlert ?? [])];
  return {
    fields: { ...other.fields, ...(locationAlert.length > 0 && { locationAlert }) },
    tells: [...one.tells, ...other.tells],
    troubles: [...one.troubles, ...other.troubles],
  };
}

function asbestos({ chance }: Ground, home: Home, at: number, register: number): Carried {
  if (at < register || !chance.percent(70)) return nothing;
  const thing: Thing = { id: `asbestos ${home.uprn}`, kind: 'warning', code: 'asbestos', homes: [home.uprn] };
  return { ...nothing, fields: { locationAlert: [{ type: '10' }] }, tells: [[thing, 'stands']] };
}

/** Repairs' software copies the alerts that it shows onto the next work order. */
function echo(
  { chronicle, chance, echoes }: Ground,
  { uprn }: Home,
  { household }: Tenancy,
  at: number,
): Carried {
  if (!chance.percent(30) || !echoes) return nothing;
  const settled = (thing: Thing) => {
    const told = chronicle.told.filter(one => one.thing.id === thing.id);
    const isOver = told.some(({ says, happened }) => says === 'over' && happened < at + day);
    return !isOver && told.some(({ says, heard }) => says === 'stands' && heard < at - 5 * day);
  };
  const things = new Set(chronicle.told.map(({ thing }) => thing).filter(settled));
  for (const thing of things) {
    if (thing.code === 'do-not-visit-alone' && household.includes(thing.person ?? '')) {
      const customer = { reference: [{ id: thing.person, allocatedBy: 'tenancy' }] };
      const troubles = [{ cause: echoed, person: thing.person ?? '', codes: [thing.code] }];
      return { ...nothing, fields: { personAlert: [{ type: '10' }], customer }, troubles };
    }
    if (thing.code === 'active-leak' && thing.homes.includes(uprn)) {
      const troubles = [{ cause: echoed, homes: [uprn], codes: ['location-see-record'] as const }];
      return { ...nothing, fields: { locationAlert: [{ type: '1' }] }, troubles };
    }
  }
  return nothing;
}

/** Repairs knows somebody by a customer number of its own, and says no more of who that is than at which home the job is. */
function unknownCustomer({ chance }: Ground, { uprn }: Home, tenancy: Tenancy): Carried {
  if (!chance.percent(2)) return nothing;
  const id = `CUST-${tenancy.thing.id}`;
  const thing: Thing = {
    ...{ id, kind: 'warning', code: 'do-not-visit-alone' },
    ...{ homes: [uprn], tenancy: tenancy.thing.id },
  };
  const customer = { reference: [{ id, allocatedBy: 'repairs' }] };
  return {
    fields: { personAlert: [{ type: '10' }], customer },
    tells: [[thing, 'stands']],
    troubles: [{ cause: ownCustomer, homes: [uprn], codes: ['do-not-visit-alone'] }],
  };
}
