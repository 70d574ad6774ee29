import type { Instant } from '../../../schemas/reference.ts';
import { secondsBetween } from '../../core/time/instants.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { errorName } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Due, ReadDue } from '../../shell/tables/records/due-reader.ts';
import { dueShards } from '../../shell/tables/records/keys.ts';
import type { CommitDue } from '../commit/commit-due.ts';

export interface WatchDeps {
  readDue: ReadDue;
  commitDue: CommitDue;
  now: () => Instant;
}

/** What one run takes of each shard: sixteen times this within a minute; the rest waits for the next run. */
const subjectsPerShard = 250;
const sideBySide = 8;

/**
 * Makes the handler of the clock: every subject that time alone has changed is committed at the present time, the longest
 * waiting first. One that cannot be committed keeps no other waiting: it is due until it can. Says how long the longest
 * has waited, in seconds: a metric reads that line.
 */
export function makeWatch(deps: WatchDeps) {
  return async (): Promise<void> => {
    const until = deps.now();
    const shards = await Promise.all(dueShards.map(shard => deps.readDue(shard, until, subjectsPerShard)));
    const due = shards.flat().toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    const [oldest] = due;
    const oldestSeconds = oldest === undefined ? 0 : secondsBetween(oldest.dueAt, until);
    logLine(logLines.recordsDue, { due: due.length, oldestSeconds });
    for (const group of chunksOf(due, sideBySide)) {
      await Promise.all(group.map(one => committed(deps, one)));
    }
  };
}

async function committed({ commitDue }: WatchDeps, { subject, dueAt }: Due): Promise<void> {
  try {
    await commitDue(subject);
  } catch (error) {
    logLine(logLines.dueCommitFailed, { dueAt, error: errorName(error) });
  }
}
