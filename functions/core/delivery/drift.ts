import { isInForce } from '../../../schemas/flag-life.ts';
import { type Flag, flagVisibility } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import type { Held } from './held.ts';

/**
 * How a flag stands between the hub and a system: it holds the version in force (`same`); it does not hold the flag
 * (`missing`), or an older version of it (`stale`); it holds one that nobody owes it (`extra`); or it claims a version
 * that is not out yet as far as was read (`ahead`).
 */
export type Finding<F extends Pick<Flag, 'id'> = Flag> =
  | { kind: 'same' | 'missing'; id: string; flag: F }
  | { kind: 'stale'; id: string; flag: F; held: Held }
  | { kind: 'ahead'; id: string; flag: F; held: Held }
  | { kind: 'extra'; id: string; held: Held };

/** What is wrong with a system's set. */
export const driftKinds = ['missing', 'stale', 'extra'] as const;
export type DriftKind = (typeof driftKinds)[number];

/** Whether a system of a team is owed a flag: it is in force, and the team may know of it. */
export function isOwed({ code, state }: Pick<Flag, 'code' | 'state'>, team: Team): boolean {
  return isInForce({ state }) && flagVisibility(code, team) !== 'none';
}

/**
 * Compares what a system is owed with what it holds, flag by flag, so that neither has to be in memory as a whole but the
 * versions held. The extras come last.
 * @param owed every flag once
 * @param held what the system holds, by flag id
 */
export async function* driftOf<F extends Pick<Flag, 'id' | 'version'>>(
  owed: AsyncIterable<F> | Iterable<F>,
  held: ReadonlyMap<string, Held>,
): AsyncGenerator<Finding<F>> {
  const met = new Set<string>();
  for await (const flag of owed) {
    met.add(flag.id);
    yield compared(flag, held.get(flag.id));
  }
  for (const [id, holding] of held) {
    if (!met.has(id)) yield { kind: 'extra', id, held: holding };
  }
}

/** How one flag that is owed stands. */
export function compared<F extends Pick<Flag, 'id' | 'version'>>(
  flag: F,
  held: Held | undefined,
): Finding<F> {
  const { id, version } = flag;
  if (held === undefined) return { kind: 'missing', id, flag };
  if (held.version < version) return { kind: 'stale', id, flag, held };
  return held.version > version ? { kind: 'ahead', id, flag, held } : { kind: 'same', id, flag };
}

/** One thing that is wrong with a system's set, and since when: warnings that it lacks, since their version was made. */
export interface Difference {
  kind: DriftKind;
  id: string;
  since: Instant;
}

/** What of a finding is a difference: a version that is ahead is news that the reader has not seen yet. */
export function differenceIn(finding: Finding<Pick<Flag, 'id' | 'changedAt'>>): Difference | undefined {
  const { kind, id } = finding;
  if (kind === 'extra') return { kind, id, since: finding.held.since };
  return kind === 'missing' || kind === 'stale' ? { kind, id, since: finding.flag.changedAt } : undefined;
}
