import type { FlagCode } from '../../../../schemas/flags.ts';
import type { Chance } from './chance.ts';
import type { Ground } from './ground.ts';
import { alertOnPerson } from './tenancy-items.ts';
import type { Thing } from './thing.ts';
import { dayOf } from './time.ts';

const conduct = [
  ['CV', 'do-not-visit-alone'],
  ['VA', 'verbal-abuse'],
  ['DA', 'dangerous-animals'],
] as const;
const needs = [
  ['ATD', 'allow-time-at-the-door'],
  ['SPR', 'specific-requirements'],
  ['TRA', 'language-support'],
] as const;
const abuse = [['DV', 'safe-contact']] as const;

/** Cautionary alerts about people: some older than the hub, some ended, some reviewed by somebody, many by nobody. */
export function markers(ground: Ground): void {
  const households = new Set(ground.tenancies.map(({ household }) => household));
  for (const person of [...households].flat()) {
    for (const [list, share] of [
      [conduct, 10],
      [needs, 14],
      [abuse, 2],
    ] as const) {
      if (!ground.chance.percent(share)) continue;
      const [local, code] = ground.chance.pick<readonly [string, FlagCode]>(list);
      alertAbout(ground, person, local, code);
    }
  }
}

function alertAbout(ground: Ground, person: string, local: string, code: FlagCode): void {
  const { begins, ends, tenancies, chronicle, chance } = ground;
  const thing: Thing = { id: `${local}-${person}`, kind: 'warning', code, homes: [], person };
  const alert = { alertId: thing.id, code: local, mmhid: person };
  const home = tenancies.find(({ household }) => household.includes(person))?.home;
  // The system adds the home to what it says of people, also where it should not.
  const about = home === undefined ? alert : { ...alert, assetId: home.tenancy };
  const since = chance.later(begins, -300, 500);
  const to = chance.percent(40) ? chance.later(Math.max(since, begins), 60, 500) : ends;
  chronicle.say('tenancy', since, alertOnPerson('Created', about, since), [[thing, 'stands']]);
  for (const at of reviewsOf(since, to, chance)) {
    if (at < begins) continue;
    if (chance.percent(60)) {
      chronicle.say('tenancy', at, alertOnPerson('Updated', about, at), [[thing, 'stands']]);
    } else if (code !== 'safe-contact') {
      const until = dayOf(chance.later(at, 100, 170));
      chronicle.decide({ at, act: 'review', code, on: `person/tenancy:${person}`, until }, [
        [thing, 'reviewed'],
      ]);
    }
  }
  if (to < ends) chronicle.say('tenancy', to, alertOnPerson('Ended', about, to), [[thing, 'over']]);
}

/** About twice a year, where anybody reviews at all. */
function reviewsOf(since: number, to: number, chance: Chance): number[] {
  if (chance.percent(50)) return [];
  const reviews: number[] = [];
  for (let at = chance.later(since, 140, 200); at < to; at = chance.later(at, 140, 200)) reviews.push(at);
  return reviews;
}
