import type { Subject } from '../../../schemas/reference.ts';
import { errorName, HubError } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Commit } from '../commit/commit.ts';
import type { Arrival } from './plan.ts';

/** Commits arrivals to one subject; answers with those that are to be delivered again. */
export type CommitList = (subject: Subject, list: readonly Arrival[]) => Promise<readonly Arrival[]>;

/**
 * Makes the commit of a list. What cannot be committed together is committed one by one: an event that no record can
 * fold, or that the table refuses, must not take its neighbours to the dead-letter queue. Only when every attempt
 * met a version conflict is the whole list retried: alone each of its events would meet the same writers.
 */
export function makeCommitList(commit: Commit): CommitList {
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
      if (list.length === 1 || error instanceof HubError) return list;
      const failed: Arrival[] = [];
      for (const arrival of list) failed.push(...(await commitList(subject, [arrival])));
      return failed;
    }
  };
  return commitList;
}
