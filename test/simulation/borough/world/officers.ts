import type { Ground } from './ground.ts';
import type { Thing } from './thing.ts';

/** What officers raise and clear through the hub, because no system has a message for it: alarms that do not work. */
export function alarms({ homes, begins, ends, chronicle, chance }: Ground): void {
  const code = 'alarm-not-working' as const;
  for (const { uprn } of homes.filter(() => chance.percent(10))) {
    const at = chance.later(begins, 5, 500);
    const thing: Thing = { id: `alarm ${uprn}`, kind: 'warning', code, homes: [uprn] };
    const on = `property/${uprn}`;
    chronicle.decide({ at, act: 'raise', code, on }, [[thing, 'stands']]);
    const fitted = chance.percent(30) ? chance.later(at, 95, 300) : chance.later(at, 2, 30);
    if (fitted < ends) chronicle.decide({ at: fitted, act: 'clear', code, on }, [[thing, 'over']]);
  }
}
