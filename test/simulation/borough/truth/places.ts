import { difference, intersection } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import type { Danger } from './danger.ts';
import type { Known } from './known.ts';

/**
 * What is so of homes: states for as long as they are so and facts until they are not, however long that is; what belongs to
 * a household, no longer than its tenancy.
 */
export function placeDangers(facts: Known): Danger[] {
  return facts.things.flatMap(thing => {
    const { code, person, homes, kind } = thing;
    if (code === undefined || person !== undefined) return [];
    return facts.standing(thing).flatMap(stretch => {
      const stays = difference([stretch], tenancyOver(facts, thing));
      const needed = kind === 'missed' ? intersection(stays, entryNeeded(facts, homes)) : stays;
      return needed.flatMap(({ from, to }) =>
        homes.map(home => ({ code, home, from, to, lastSaid: stretch.lastSaid })),
      );
    });
  });
}

/** The time after the hub was told that the household has gone. */
function tenancyOver({ things, toldOf, ends }: Known, { tenancy }: Thing) {
  const own = things.filter(({ id }) => id === tenancy).flatMap(toldOf);
  const gone = own.filter(({ says }) => says === 'over').map(({ heard }) => heard);
  return gone.length === 0 ? [] : [{ from: Math.min(...gone), to: ends }];
}

/** There is still something at the home that somebody has to get in for. */
function entryNeeded({ things, anyOf }: Known, homes: readonly string[]) {
  const work = new Set<Thing['kind']>(['job', 'leak', 'damp']);
  return anyOf(things.filter(one => work.has(one.kind) && one.homes.some(home => homes.includes(home))));
}
