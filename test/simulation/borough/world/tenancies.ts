import type { Home } from '../../../bench/support/estate.ts';
import type { Chance } from './chance.ts';
import type { Ground, Tenancy } from './ground.ts';
import { alertAtHome, tenancyEvent } from './tenancy-items.ts';
import type { Thing } from './thing.ts';
import { day, dayOf, daysLater, hour } from './time.ts';

/** Who lives where when: some move out, somebody moves in after some weeks, now and then from another home of the borough. */
export function tenanciesOf(
  homes: readonly Home[],
  { begins, ends }: Pick<Ground, 'begins' | 'ends'>,
  chance: Chance,
): Tenancy[] {
  const first = homes.map(home => {
    const to = chance.percent(18) ? daysLater(begins, chance.between(20, 690)) : undefined;
    return tenancyOf(home, newHousehold(home, 1, chance), daysLater(begins, -chance.between(200, 4_000)), to);
  });
  const vacant = first.filter(({ to }) => to !== undefined).sort((a, b) => (a.to ?? 0) - (b.to ?? 0));
  const movedOut = [...vacant];
  const next = vacant.flatMap(({ home, to = ends }) => {
    const from = daysLater(to, chance.between(9, 45));
    const mover = movedOut.findIndex(one => one.home !== home && (one.to ?? ends) < from);
    const comes = mover >= 0 && chance.percent(50) ? movedOut.splice(mover, 1)[0] : undefined;
    return tenancyOf(home, comes?.household ?? newHousehold(home, 2, chance), from, undefined);
  });
  return [...first, ...next];
}

function tenancyOf(home: Home, household: readonly string[], from: number, to: number | undefined): Tenancy {
  const id = `T-${home.uprn.slice(-5)}-${dayOf(from)}`;
  return { home, household, from, to, thing: { id, kind: 'tenancy', homes: [home.uprn], household } };
}

function newHousehold({ uprn }: Home, turn: number, chance: Chance): string[] {
  return Array.from({ length: chance.between(1, 3) }, (_, index) => `p-${uprn.slice(-5)}-${turn}-${index}`);
}

/** Tenancies as the tenancy system announces them: most ends weeks before, because somebody has given notice. */
export function moves({ tenancies, begins, chronicle, chance }: Ground): void {
  for (const { home, household, from, to, thing } of tenancies) {
    const householdMembers = household.map((id, index) => ({ id, isResponsible: index === 0 }));
    const tenuredAsset = { id: home.tenancy };
    const created = { startOfTenureDate: dayOf(from), tenureType: { description: 'Secure' }, tenuredAsset };
    const moved = from < begins ? begins : from + 9 * hour;
    const started = tenancyEvent('TenureCreatedEvent', thing.id, moved, { ...created, householdMembers });
    chronicle.say('tenancy', from, started, [[thing, 'stands']], from < begins ? { sentAt: begins } : {});
    if (to === undefined) continue;
    const isNotice = chance.percent(60);
    const saidAt = isNotice ? Math.max(begins + day, to - 28 * day) + 10 * hour : to + 10 * hour;
    const ending = { endOfTenureDate: dayOf(to), householdMembers, tenuredAsset };
    const ended = tenancyEvent('TenureUpdatedEvent', thing.id, saidAt, ending, {});
    chronicle.say('tenancy', to, ended, [[thing, 'over']], { sentAt: saidAt, effective: to });
    if (isNotice) noticeGiven({ chronicle }, home, thing, saidAt);
  }
}

/** That the tenant has asked to leave is on the tenancy and ends with it. */
function noticeGiven({ chronicle }: Pick<Ground, 'chronicle'>, home: Home, tenancy: Thing, at: number): void {
  const thing: Thing = {
    ...{ id: `TERM-${tenancy.id}`, kind: 'warning', code: 'termination-requested' },
    ...{ homes: [home.uprn], tenancy: tenancy.id },
  };
  const alert = { alertId: thing.id, code: 'TERM', assetId: home.tenancy, tenureId: tenancy.id };
  chronicle.say('tenancy', at, alertAtHome('Created', alert, at), [[thing, 'stands']]);
}
