import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod';
import { errorName, isRetryable } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { DamagedItem } from '../../shell/tables/read-item.ts';
import { readStreamImage } from '../../shell/tables/records/stream-image.ts';
import { followLate, type LateDeps } from './follow-late.ts';
import { type OpenedDeps, onOpened } from './on-opened.ts';
import { onResolved } from './on-resolved.ts';
import { onWaiting } from './on-waiting.ts';
import { type ReportDeps, reportBacklog } from './report-backlog.ts';

export type QuarantineDeps = LateDeps & ReportDeps & OpenedDeps;
/** What changed in the quarantine table or came into a timeline; or that it is time to look and to count. */
export type QuarantineEvent = DynamoDBStreamEvent | { source: string };
export type QuarantineAnswer = DynamoDBBatchResponse | undefined;

/**
 * Makes the handler of the streams of the quarantine table and of openings in the records table, and of the clock. Every
 * record is tried, so that none waits for one before it; the first that cannot be followed now is reported, and the stream
 * comes again from there: following twice changes nothing. One that never can be, is logged and left: its item stays where
 * it is, for everybody to see.
 */
export function makeQuarantine(deps: QuarantineDeps) {
  return async (event: QuarantineEvent): Promise<QuarantineAnswer> => {
    if (!('Records' in event)) {
      await followLate(deps);
      await reportBacklog(deps);
      return undefined;
    }
    const failed: DynamoDBRecord[] = [];
    for (const record of event.Records) {
      if (!(await isFollowed(deps, record))) failed.push(record);
    }
    const [first] = failed;
    const from = first?.dynamodb?.SequenceNumber ?? '';
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: from }] };
  };
}

async function isFollowed(deps: QuarantineDeps, record: DynamoDBRecord): Promise<boolean> {
  try {
    await follow(deps, record);
    return true;
  } catch (error) {
    const again = isRetryable(error) && !isOfTheRecord(error);
    const failed = again ? logLines.quarantineChangeFailed : logLines.quarantineChangeSkipped;
    logLine(failed, { error: errorName(error) });
    return !again;
  }
}

/** Whether the record itself, or the code that reads it, is why: the next try would end the same way. */
function isOfTheRecord(error: unknown): boolean {
  return [DamagedItem, z.ZodError, TypeError, RangeError].some(kind => error instanceof kind);
}

function follow(deps: QuarantineDeps, record: DynamoDBRecord): Promise<void> {
  const image = readStreamImage(record);
  if ('event' in image) return onOpened(deps, image.subject, image.event);
  return image.item.state === 'waiting' ? onWaiting(deps, image.item) : onResolved(deps, image.item);
}
