import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import { errorName, HubError, isRefusedForGood } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Commit } from '../commit/commit.ts';
import { refusedForGood } from '../commit/refusals.ts';
import { type Arrival, alone, asOne, type Group } from './plan.ts';

/** What became of groups. */
export interface Committed {
  /** What is to be delivered again. */
  failed: readonly Arrival[];
  /** What was committed announces this. */
  announcements: readonly HubFlagEvent[];
}
/** Commits groups. */
export type CommitGroups = (groups: readonly Group[]) => Promise<Committed>;

/** How often groups that have nothing in common are retried together before each goes alone. */
const conflictsTogether = 2;

/**
 * Makes the commit of groups: at once, and where that fails in ever smaller parts. What cannot be committed together is
 * committed one by one: an event that no record can fold, or that the table refuses, must not take its neighbours to the
 * dead-letter queue, nor one subject of its own the others. What the table refuses for good is in quarantine afterwards:
 * delivered again, it would be refused again. Only when every attempt met a version conflict is the whole group
 * retried: alone each of its events would meet the same writers.
 */
export function makeCommitGroups({ commit, keep }: { commit: Commit; keep: Keep }): CommitGroups {
  const commitGroups: CommitGroups = async groups => {
    const { subjects, arrivals } = asOne(groups);
    const events = arrivals.map(({ event }) => event);
    try {
      const conflicts = groups.length > 1 ? conflictsTogether : undefined;
      return { failed: [], announcements: await commit(subjects, events, conflicts) };
    } catch (error) {
      if (groups.length === 1) logFailure(events, error);
      if (groups.length === 1 && error instanceof HubError) return without(arrivals);
      return apart(groups, error);
    }
  };
  const apart = async (groups: readonly Group[], error: unknown): Promise<Committed> => {
    const parts = partsOf(groups);
    if (parts.length === 1) return refused(asOne(groups), error);
    const all: Committed[] = [];
    for (const part of parts) all.push(await commitGroups([part]));
    return {
      failed: all.flatMap(({ failed }) => failed),
      announcements: all.flatMap(({ announcements }) => announcements),
    };
  };
  const refused = async ({ subjects, arrivals }: Group, error: unknown) => {
    const [[arrival], [subject]] = [arrivals, subjects];
    if (arrival === undefined || subject === undefined || !isRefusedForGood(error)) return without(arrivals);
    await keep(refusedForGood(arrival.event, subject));
    return without([]);
  };
  return commitGroups;
}

/** Nothing was committed. */
function without(failed: readonly Arrival[]): Committed {
  return { failed, announcements: [] };
}

/** The next smaller parts: group by group, arrival by arrival, subject by subject; one where there is no smaller one. */
function partsOf(groups: readonly Group[]): readonly Group[] {
  if (groups.length > 1) return groups;
  const { subjects, arrivals } = asOne(groups);
  if (arrivals.length > 1) return alone({ subjects, arrivals });
  return subjects.map(subject => ({ subjects: [subject], arrivals }));
}

function logFailure(events: readonly SystemEvent[], error: unknown): void {
  logLine(logLines.commitFailed, { events: events.map(({ id }) => id), error: errorName(error) });
}
