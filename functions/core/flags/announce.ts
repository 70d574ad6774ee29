import canonicalize from 'canonicalize';
import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import { type ClearingReason, isInForce } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { DerivedFlag, LiveFlags } from '../record/subject-record.ts';
import { flagEvent } from './flag-event.ts';

/** The commit that announces: its version, its instant and the events that it folded. */
export interface Commit {
  version: number;
  at: Instant;
  events: readonly SystemEvent[];
}

/**
 * The flags that live now, each with its version, and the difference between those that were in force and those that are:
 * one event for each flag raised, changed or cleared. A flag's version is that of the record's commit, so it only ever
 * rises, even after a flag was cleared. What is not in force is kept and not announced.
 */
export function announce(
  before: LiveFlags,
  living: Record<string, DerivedFlag>,
  commit: Commit,
  reasonOf: (was: Flag, now: DerivedFlag | undefined) => ClearingReason,
) {
  const flags = Object.fromEntries(
    Object.entries(living).map(([key, flag]) => [key, versioned(before[key], flag, commit)]),
  );
  const keys = new Set([...Object.keys(flags), ...Object.keys(before)]);
  const announcements = [...keys].flatMap(
    key => announcementOf(before[key], flags[key], commit, reasonOf) ?? [],
  );
  return { flags, announcements };
}

function versioned(before: Flag | undefined, flag: DerivedFlag, commit: Commit): Flag {
  const same = before !== undefined && saysTheSame(before, flag);
  const { version, changedAt } = same ? before : { version: commit.version, changedAt: commit.at };
  return { ...flag, version, changedAt };
}

function announcementOf(
  was: Flag | undefined,
  flag: Flag | undefined,
  commit: Commit,
  reasonOf: (was: Flag, now: DerivedFlag | undefined) => ClearingReason,
): HubFlagEvent | undefined {
  const before = was !== undefined && isInForce(was) ? was : undefined;
  if (flag !== undefined && isInForce(flag)) {
    if (before === undefined)
      return flagEvent('housing.flag.raised.v1', { flag }, causeOf(flag, commit.events));
    if (before.version === flag.version) return undefined;
    const noLongerAt = before.places.filter(place => !flag.places.includes(place));
    return flagEvent('housing.flag.changed.v1', { flag, noLongerAt }, causeOf(flag, commit.events));
  }
  if (before === undefined) return undefined;
  const reason = reasonOf(before, flag);
  const cleared = { flag: { ...before, version: commit.version, changedAt: commit.at }, reason };
  return flagEvent('housing.flag.cleared.v1', cleared, causeOf(before, commit.events));
}

/**
 * Whether it is the same to whoever acts on it or decides about it. More evidence for the same flag is no news; what the
 * flag stands for is, for systems are told it.
 */
function saysTheSame(before: Flag, now: DerivedFlag): boolean {
  const { version: _version, changedAt: _changedAt, ...was } = before;
  return canonicalize(said(was)) === canonicalize(said(now));
}

function said({ because, ...flag }: DerivedFlag) {
  return { ...flag, standsFor: because?.references ?? [] };
}

/** The event that led to an announcement: the one that names the flag or is its evidence, else the last one folded. */
function causeOf(flag: Flag, events: readonly SystemEvent[]): SystemEvent | undefined {
  const evidence = new Set(flag.because?.events);
  const named = events.filter(
    event => evidence.has(event.id) || ('code' in event.data && event.data.code === flag.code),
  );
  return named.at(-1) ?? events.at(-1);
}
