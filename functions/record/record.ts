import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Instant, Subject } from '../../schemas/reference.ts';
import { batchResponse, logFailure } from '../shell/batch.ts';
import { isSystemEvent, readEventMessage } from '../shell/event-message.ts';
import type { Keep, Refused } from '../shell/table/quarantine-store.ts';
import type { Commit } from './commit.ts';
import { makeCommitList } from './commit-list.ts';
import { type Arrival, bySubject, inTransactions, reachedBy } from './plan.ts';
import { reachesNobody, unreadable } from './refusals.ts';

interface RecordDeps {
  commit: Commit;
  keep: Keep;
  now: () => Instant;
}

/**
 * Makes the handler of the record queue. A batch is grouped by subject, subjects are committed side by side, and a
 * message fails only when a subject that its event touches could not be committed: delivered again, the other subjects
 * know it already. What is no event is kept in quarantine and not delivered again.
 */
export function makeRecord({ commit, keep, now }: RecordDeps) {
  const commitList = makeCommitList(commit);
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failed = new Set<string>();
    const arrivals: Arrival[] = [];
    const refuse = (record: SQSRecord, refused: Refused) =>
      keep(refused).catch((error: unknown) => {
        failed.add(record.messageId);
        logFailure(record, error);
      });
    for (const record of Records) {
      const read = readEventMessage(record.body);
      if (!read.ok) await refuse(record, unreadable(record.body, read.detail, read.error, now()));
      else if (!isSystemEvent(read.event) || reachedBy(read.event).length === 0)
        await refuse(record, reachesNobody(record.body, read.event, now()));
      else arrivals.push({ messageId: record.messageId, event: read.event });
    }
    const commitAll = async ([subject, group]: [Subject, Arrival[]]) => {
      for (const list of inTransactions(subject, group)) {
        for (const { messageId } of await commitList(subject, list)) failed.add(messageId);
      }
    };
    await Promise.all([...bySubject(arrivals)].map(commitAll));
    return batchResponse(failed);
  };
}
