import type { Flag } from '../../../schemas/flags.ts';
import type { Instant, LocalReference, SystemName } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { type Difference, type DriftKind, differenceIn, driftOf, isOwed } from '../../core/delivery/drift.ts';
import { type Holdings, heldAmong } from '../../shell/tables/deliveries/holdings-reader.ts';

/** What of a flag matters here: of each one there is at a time, so that sixty thousand fit. */
export type LivingFlag = Pick<Flag, 'id' | 'code' | 'state' | 'version' | 'changedAt'>;

/** Something that is wrong with a system's set: about a flag, or about a warning of its own. */
export type Shown = Difference | { kind: 'extra'; localReference: LocalReference; since: Instant };

/** How far what a system holds is from what it is owed. */
export interface SystemDrift extends Record<DriftKind, number> {
  system: SystemName;
  owed: number;
  /** Since when the longest missing or stale one has been so. */
  oldest: Instant | undefined;
  /** The longest first. */
  differences: Shown[];
}

export interface SystemDriftDeps {
  holdingsOf: (system: SystemName) => Promise<Holdings>;
  teamOfSystem: (system: string) => Team | undefined;
}

/** The least of every flag that lives. */
export async function livingFlags(flags: AsyncIterable<Flag>): Promise<LivingFlag[]> {
  const living: LivingFlag[] = [];
  for await (const { id, code, state, version, changedAt } of flags) {
    living.push({ id, code, state, version, changedAt });
  }
  return living;
}

/** Compares what a system has acknowledged with what its team's system should hold. */
export async function systemDrift(
  { holdingsOf, teamOfSystem }: SystemDriftDeps,
  system: SystemName,
  living: readonly LivingFlag[],
): Promise<SystemDrift> {
  const team = teamOfSystem(system);
  const owed = living.filter(flag => team !== undefined && isOwed(flag, team));
  const holdings = await holdingsOf(system);
  const differences: Shown[] = [];
  for await (const finding of driftOf(owed, heldAmong(holdings))) {
    const difference = differenceIn(finding);
    if (difference !== undefined) differences.push(difference);
  }
  for (const { localReference, since } of holdings.own.values()) {
    differences.push({ kind: 'extra', localReference, since });
  }
  differences.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const count = (kind: DriftKind) => differences.filter(difference => difference.kind === kind).length;
  return {
    system,
    owed: owed.length,
    missing: count('missing'),
    stale: count('stale'),
    extra: count('extra'),
    oldest: differences.find(({ kind }) => kind !== 'extra')?.since,
    differences,
  };
}

/** Where a difference stands in the list: by its age, then by what it is about. */
export function placeOf(shown: Shown): string {
  return `${shown.since} ${'id' in shown ? shown.id : `#${shown.localReference}`}`;
}
