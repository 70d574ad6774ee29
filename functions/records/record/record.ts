import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Instant } from '../../../schemas/reference.ts';
import { batchResponse } from '../../shell/queue-batch.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Commit } from '../commit/commit.ts';
import type { AnnounceAtOnce } from './announce-at-once.ts';
import { arrivalsOf } from './arrivals.ts';
import { makeCommitGroups } from './commit-groups.ts';
import { groupsOf, inBatches } from './plan.ts';

interface RecordDeps {
  commit: Commit;
  announceAtOnce: AnnounceAtOnce;
  keep: Keep;
  now: () => Instant;
}

/**
 * Makes the handler of the record queue. What a batch brings is committed in as few transactions as it fits, one after
 * the other, and a message fails only when a subject that its event reaches could not be committed: delivered again, the
 * other subjects know it already. What is no event is kept in quarantine and not delivered again. What single news announces
 * is published while the next is committed; bulk leaves that to the relay.
 */
export function makeRecord(deps: RecordDeps) {
  const commitGroups = makeCommitGroups(deps);
  return async (batch: SQSEvent): Promise<SQSBatchResponse> => {
    const { arrivals, failed, isBulk } = await arrivalsOf(batch, deps);
    const announcing: Promise<void>[] = [];
    for (const groups of inBatches(groupsOf(arrivals))) {
      const { failed: again, announcements } = await commitGroups(groups);
      for (const { messageId } of again) failed.push(messageId);
      if (!isBulk) announcing.push(deps.announceAtOnce(announcements));
    }
    await Promise.all(announcing);
    return batchResponse(failed);
  };
}
