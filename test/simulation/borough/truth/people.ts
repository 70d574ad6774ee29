import { flagDefinition } from '../../../../schemas/flags.ts';
import { intersection } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import type { Danger } from './danger.ts';
import type { Known } from './known.ts';
import { asMarker } from './marker.ts';

/**
 * Markers about people: each where its person lives by what the hub was told, until it is said to be over, or until its
 * longest life has passed since anybody last said or reviewed it. Domestic abuse marks no home in any system.
 */
export function personDangers({ things, standing }: Known): Danger[] {
  return things.flatMap(thing => {
    const { code, person } = thing;
    if (code === undefined || person === undefined || flagDefinition(code).marksNoHome === true) return [];
    const tenancies = things.filter(({ household }) => household?.includes(person));
    return standing(thing).flatMap(said => {
      const { reviewOn, ...inForce } = asMarker(code, said);
      return tenancies.flatMap(tenancy =>
        intersection([inForce], standing(tenancy)).flatMap(stretch =>
          dangersOf(tenancy, { ...stretch, code, reviewOn }),
        ),
      );
    });
  });
}

function dangersOf({ homes }: Thing, danger: Omit<Danger, 'home'>): Danger[] {
  return homes.map(home => ({ ...danger, home }));
}
