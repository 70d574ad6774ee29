import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { announceAgain, announceClearance } from '../../core/delivery/correction.ts';
import { compared, driftOf, type Finding, isOwed } from '../../core/delivery/drift.ts';
import type { Held } from '../../core/delivery/held.ts';
import { parseFlagId } from '../../core/flags/flag-id.ts';
import type { PresentFlags, ReadPresentFlags } from '../../shell/tables/records/present-flags.ts';

export interface ExamineDeps {
  /** Every flag that lives, as the index knows it. */
  flags: () => AsyncIterable<Flag>;
  presentFlags: ReadPresentFlags;
  team: Team;
  now: () => Instant;
  /** How many of each kind are worked out, the newest; the others are counted. */
  limit: number;
  /** What is left out for now, by its id and, where it is known, the version that is owed. */
  leftOut?: (id: string, owed: Flag | undefined) => boolean;
}

/** One thing that a system has to change; without an event where the hub never had such a flag. */
export interface Correction {
  kind: 'raise' | 'update' | 'remove';
  id: string;
  event?: HubFlagEvent;
}

/** What is to be changed in a set, the newest first; and how many of each kind there are. */
export interface Examined {
  same: number;
  counts: Record<Correction['kind'], number>;
  corrections: Correction[];
  /** Versions that the hub never gave: who claims them does not have the flag. */
  invented: ReadonlySet<string>;
}

type Doubt = Extract<Finding, { kind: 'ahead' | 'extra' }>;

/**
 * Compares a set with what its system is owed. What the index may only not know yet, a flag that nobody owes or a version
 * that is not out, is looked up in the record itself.
 */
export async function examine(deps: ExamineDeps, held: ReadonlyMap<string, Held>): Promise<Examined> {
  const { flags, presentFlags, team, limit, leftOut } = deps;
  const tally = makeTally(limit);
  const doubts: Doubt[] = [];
  for await (const finding of driftOf(owedAmong(flags(), team), held)) {
    if (isLeftOut(finding, leftOut)) continue;
    if (isDoubt(finding) && doubts.length < limit) doubts.push(finding);
    else tally.note(firstSight(finding));
  }
  const present = await presentFlags(doubts.flatMap(({ id }) => parseFlagId(id)?.on ?? []));
  const invented = new Set<string>();
  for (const doubt of doubts) {
    const subject = parseFlagId(doubt.id)?.on;
    const correction = secondSight(deps, doubt, subject && present.get(subject));
    tally.note(correction);
    if (correction !== 'same' && correction.kind === 'update') invented.add(doubt.id);
  }
  return { ...tally.sum(), invented };
}

function makeTally(limit: number) {
  const counts = { raise: 0, update: 0, remove: 0 };
  const listed: Record<Correction['kind'], Correction[]> = { raise: [], update: [], remove: [] };
  let same = 0;
  return {
    note(correction: Correction | 'same' | 'too many') {
      if (correction === 'same') same += 1;
      else if (correction === 'too many') counts.remove += 1;
      else {
        const { kind } = correction;
        counts[kind] += 1;
        listed[kind].push(correction);
        // Never more than twice the limit in memory, and seldom sorted.
        if (listed[kind].length >= 2 * limit) listed[kind] = newestFirst(listed[kind]).slice(0, limit);
      }
    },
    sum: () => ({
      ...{ same, counts },
      corrections: newestFirst(Object.values(listed).flatMap(list => newestFirst(list).slice(0, limit))),
    }),
  };
}

/** What changed last is what people do not know yet. */
function newestFirst(corrections: readonly Correction[]): Correction[] {
  const changedAt = ({ event }: Correction) => event?.data.flag.changedAt ?? '';
  return corrections.toSorted((one, other) => (changedAt(one) > changedAt(other) ? -1 : 1));
}

async function* owedAmong(flags: AsyncIterable<Flag>, team: Team): AsyncGenerator<Flag> {
  for await (const flag of flags) if (isOwed(flag, team)) yield flag;
}

function isDoubt(finding: Finding): finding is Doubt {
  return finding.kind === 'ahead' || finding.kind === 'extra';
}

function isLeftOut(finding: Finding, leftOut: ExamineDeps['leftOut']): boolean {
  const owed = finding.kind === 'extra' ? undefined : finding.flag;
  return finding.kind !== 'same' && leftOut?.(finding.id, owed) === true;
}

function firstSight(finding: Finding): Correction | 'same' | 'too many' {
  if (finding.kind === 'extra') return 'too many';
  if (finding.kind === 'same' || finding.kind === 'ahead') return 'same';
  return lacking(finding.kind, finding.flag);
}

function lacking(kind: 'missing' | 'stale', flag: Flag): Correction {
  return { kind: kind === 'missing' ? 'raise' : 'update', id: flag.id, event: announceAgain(kind, flag) };
}

function secondSight(
  { team, now }: ExamineDeps,
  { id, held }: Doubt,
  present: PresentFlags | undefined,
): Correction | 'same' {
  const flag = Object.values(present?.flags ?? {}).find(one => one.id === id && isOwed(one, team));
  if (flag === undefined) {
    const { version = 0, latest = now() } = present ?? {};
    const event = announceClearance(id, version, latest);
    return { kind: 'remove', id, ...(event !== undefined && { event }) };
  }
  return compared(flag, held).kind === 'same' ? 'same' : lacking('stale', flag);
}
