import type { Ground } from './ground.ts';
import { alertAtHome } from './tenancy-items.ts';
import type { Thing } from './thing.ts';
import { hour } from './time.ts';

/** What the tenancy system knows of homes: which are adapted, and which stand empty. */
export function properties({ homes, tenancies, begins, chronicle, chance }: Ground): void {
  for (const home of homes.filter(() => chance.percent(10))) {
    const since = chance.later(begins, -1_200, 300);
    const thing = warning(`APT-${home.uprn}`, 'adapted-property', home.uprn);
    const alert = { alertId: thing.id, code: 'APT', assetId: home.tenancy };
    chronicle.say('tenancy', since, alertAtHome('Created', alert, since), [[thing, 'stands']]);
  }
  for (const { home, to } of tenancies.filter(() => chance.percent(70))) {
    const next = tenancies.find(one => one.home === home && one.from > (to ?? Number.POSITIVE_INFINITY));
    if (to === undefined || next === undefined) continue;
    const thing = warning(`VOID-${next.thing.id}`, 'void-property', home.uprn);
    const alert = { alertId: thing.id, code: 'VOID', assetId: home.tenancy };
    const [emptied, letAgain] = [to + 11 * hour, next.from + 11 * hour];
    chronicle.say('tenancy', emptied, alertAtHome('Created', alert, emptied), [[thing, 'stands']]);
    chronicle.say('tenancy', letAgain, alertAtHome('Ended', alert, letAgain), [[thing, 'over']], {
      sentAt: letAgain + 3 * hour,
    });
  }
}

function warning(id: string, code: NonNullable<Thing['code']>, home: string): Thing {
  return { id, kind: 'warning', code, homes: [home] };
}
