import { daysBetween } from '../../../../functions/core/time/instants.ts';
import { instantOf } from '../../../../schemas/reference.ts';
import { intersection } from '../accounting/intervals.ts';
import type { Thing } from '../world/thing.ts';
import type { Known } from './known.ts';
import { type Stretch, standingOf } from './standing.ts';

/**
 * A visit in vain counts until anybody gets in, and while what it was for is open, or a leak or damp that was open on that
 * day.
 */
export function visitsInVain(facts: Known, visit: Thing): Stretch[] {
  const { things, toldOf, ends } = facts;
  const ofHousehold = things.filter(({ kind, tenancy }) => kind === 'missed' && tenancy === visit.tenancy);
  const gotIn = ofHousehold.flatMap(toldOf).filter(({ says }) => says === 'over');
  return standingOf([...toldOf(visit), ...gotIn], ends).flatMap(stretch =>
    intersection([stretch], neededFor(facts, visit, stretch.since)).map(part => ({ ...stretch, ...part })),
  );
}

function neededFor({ things, standing }: Known, visit: Thing, at: number) {
  const isDanger = ({ kind }: Thing) => kind === 'leak' || kind === 'damp';
  return things
    .filter(({ homes }) => homes.some(home => visit.homes.includes(home)))
    .filter(thing => thing.id === visit.purpose || isDanger(thing))
    .flatMap(standing)
    .filter(({ since }) => daysBetween(instantOf(since), instantOf(at)) >= 0);
}
