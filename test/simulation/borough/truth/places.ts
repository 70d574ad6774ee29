import { type FlagCode, flagDefinition } from '../../../../schemas/flags.ts';
import { difference } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import { visitsInVain } from './access.ts';
import type { Danger } from './danger.ts';
import type { Known } from './known.ts';
import { asMarker } from './marker.ts';

type Placed = Pick<Danger, 'from' | 'to' | 'reviewOn'> & { lastSaid: number };

/**
 * What is so of homes: states for as long as they are so and facts until they are not, however long that is; what belongs to
 * a household, no longer than its tenancy.
 */
export function placeDangers(facts: Known): Danger[] {
  return facts.things.flatMap(thing => {
    const { code, person, homes, kind } = thing;
    if (code === undefined || person !== undefined) return [];
    const stretches: readonly Placed[] =
      kind === 'missed' ? visitsInVain(facts, thing) : standingOf(facts, thing, code);
    return stretches.flatMap(stretch => {
      const stays = difference([stretch], tenancyOver(facts, thing));
      const { lastSaid } = stretch;
      const review = stretch.reviewOn === undefined ? {} : { reviewOn: stretch.reviewOn };
      return stays.flatMap(({ from, to }) =>
        homes.map(home => ({ code, home, from, to, lastSaid, ...review })),
      );
    });
  });
}

/** What is about somebody whom only one system knows shows at the home that it names, and lives as what is about a person. */
function standingOf({ standing }: Known, thing: Thing, code: FlagCode): readonly Placed[] {
  const isAboutPerson = flagDefinition(code).hangsOn === 'person';
  return isAboutPerson ? standing(thing).map(stretch => asMarker(code, stretch)) : standing(thing);
}

/** The time after the hub was told that the household has gone. */
function tenancyOver({ things, toldOf, ends }: Known, { tenancy }: Thing) {
  const own = things.filter(({ id }) => id === tenancy).flatMap(toldOf);
  const gone = own.filter(({ says }) => says === 'over').map(({ heard }) => heard);
  return gone.length === 0 ? [] : [{ from: Math.min(...gone), to: ends }];
}
