import type { Subject } from '../../../schemas/reference.ts';
import { errorName, HubError, isRefusedForGood } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Commit } from '../commit/commit.ts';
import { refusedForGood } from '../commit/refusals.ts';
import type { Arrival } from './plan.ts';

/** Commits arrivals to one subject; answers with those that are to be delivered again. */
export type CommitList = (subject: Subject, list: readonly Arrival[]) => Promise<readonly Arrival[]>;

/**
 * Makes the commit of a list. What cannot be committed together is committed one by one: an event that no record can
 * fold, or that the table refuses, must not take its neighbours to the dead-letter queue. What the table refuses for good is
 * in quarantine afterwards: delivered again, it would be refused again. Only when every attempt
 * met a version conflict is the whole list retried: alone each of its events would meet the same writers.
 */
export function makeCommitList({ commit, keep }: { commit: Commit; keep: Keep }): CommitList {
  const commitList: CommitList = async (subject, list) => {
    try {
      await commit(
        subject,
        list.map(({ event }) => event),
      );
      return [];
    } catch (error) {
      const events = list.map(({ event }) => event.id);
      logLine(logLines.commitFailed, { events, error: errorName(error) });
      const [only, ...others] = list;
      if (only !== undefined && others.length === 0 && isRefusedForGood(error)) {
        await keep(refusedForGood(only.event, subject));
        return [];
      }
      if (others.length === 0 || error instanceof HubError) return list;
      const failed: Arrival[] = [];
      for (const arrival of list) failed.push(...(await commitList(subject, [arrival])));
      return failed;
    }
  };
  return commitList;
}
