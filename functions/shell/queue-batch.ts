import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { errorName, isRetryable } from './errors.ts';
import { logLine } from './log.ts';
import { logLines } from './log-lines.ts';

/** The answer to a queue after a batch: the messages to retry. */
export function batchResponse(failedMessageIds: Iterable<string>): SQSBatchResponse {
  return { batchItemFailures: [...new Set(failedMessageIds)].map(itemIdentifier => ({ itemIdentifier })) };
}

/**
 * Handles a batch message by message: those of one group in order, groups side by side.
 * A message whose handling throws is reported alone; the queue delivers it again and in the end moves it to its
 * dead-letter queue.
 */
export async function handleInGroups<T extends { record: SQSRecord }>(
  messages: readonly T[],
  groupOf: (message: T) => string,
  handle: (message: T) => Promise<void>,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  const inOrder = async (group: readonly T[]) => {
    for (const message of group) {
      await handle(message).catch((error: unknown) => {
        failed.push(message.record.messageId);
        logFailure(message.record, error);
      });
    }
  };
  await Promise.all([...Map.groupBy(messages, groupOf).values()].map(inOrder));
  return batchResponse(failed);
}

/** Logs a failed message by its id and the kind of error. What a retry cannot help is an error. */
function logFailure({ messageId }: SQSRecord, error: unknown): void {
  const failed = isRetryable(error) ? logLines.messageFailed : logLines.messageUnprocessable;
  logLine(failed, { messageId, error: errorName(error) });
}
