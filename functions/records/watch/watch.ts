import type { Instant } from '../../../schemas/reference.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { errorName } from '../../shell/errors.ts';
import { logger } from '../../shell/logger.ts';
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
 * has waited, in seconds: a metric filter reads that line, its message and names are part of the template.
 */
export function makeWatch(deps: WatchDeps) {
  return async (): Promise<void> => {
    const until = deps.now();
    const shards = await Promise.all(dueShards.map(shard => deps.readDue(shard, until, subjectsPerShard)));
    const due = shards.flat().toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
    const [oldest] = due;
    const oldestSeconds = oldest === undefined ? 0 : (Date.parse(until) - Date.parse(oldest.dueAt)) / 1000;
    logger.info('Due in the records', { due: due.length, oldestSeconds });
    for (const group of chunksOf(due, sideBySide)) {
      await Promise.all(group.map(one => committed(deps, one)));
    }
  };
}

async function committed({ commitDue }: WatchDeps, { subject, dueAt }: Due): Promise<void> {
  try {
    await commitDue(subject);
  } catch (error) {
    logger.error('What is due could not be committed', { dueAt, error: errorName(error) });
  }
}
