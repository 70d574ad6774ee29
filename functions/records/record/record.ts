import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { batchResponse } from '../../shell/queue-batch.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { IsAsFirstHeard } from '../../shell/tables/records/heard-store.ts';
import type { Commit } from '../commit/commit.ts';
import { arrivalsOf } from './arrivals.ts';
import { makeCommitList } from './commit-list.ts';
import { type Arrival, bySubject, inTransactions } from './plan.ts';

interface RecordDeps {
  commit: Commit;
  isAsFirstHeard: IsAsFirstHeard;
  keep: Keep;
  now: () => Instant;
}

/**
 * Makes the handler of the record queue. A batch is grouped by subject, subjects are committed side by side, and a
 * message fails only when a subject that its event touches could not be committed: delivered again, the other subjects
 * know it already. What is no event is kept in quarantine and not delivered again.
 */
export function makeRecord(deps: RecordDeps) {
  const commitList = makeCommitList(deps);
  return async (batch: SQSEvent): Promise<SQSBatchResponse> => {
    const { arrivals, failed } = await arrivalsOf(batch, deps);
    const commitAll = async ([subject, group]: [Subject, Arrival[]]) => {
      for (const list of inTransactions(subject, group)) {
        for (const { messageId } of await commitList(subject, list)) failed.push(messageId);
      }
    };
    await Promise.all([...bySubject(arrivals)].map(commitAll));
    return batchResponse(failed);
  };
}
