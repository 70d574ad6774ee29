import { difference } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import { visitsInVain } from './access.ts';
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
    const stretches = kind === 'missed' ? visitsInVain(facts, thing) : facts.standing(thing);
    return stretches.flatMap(stretch => {
      const stays = difference([stretch], tenancyOver(facts, thing));
      return stays.flatMap(({ from, to }) =>
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
