import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Publish } from '../../shell/publisher.ts';
import { type OutboxEvent, readOutboxRow } from '../../shell/tables/records/outbox-row.ts';

interface OutboxRow {
  sequenceNumber: string;
  events: readonly OutboxEvent[];
}

/**
 * Makes the handler of the outbox stream: publishes the rows' events in order, exactly as the commit wrote them.
 * The first row that cannot be read, or whose events were not all taken, is reported by its sequence number, and the
 * stream comes again from there. What is published twice has the same id.
 */
export function makeRelay({ publish }: { publish: Publish }) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const { rows, unreadable } = readUntilUnreadable(Records);
    const unpublished = await publish(rows.flatMap(({ events }) => events));
    const failed = new Set(unpublished.map(({ event }) => event.id));
    const firstFailed = rows.find(({ events }) => events.some(({ id }) => failed.has(id)));
    if (firstFailed !== undefined) {
      logLine(logLines.outboxNotPublished, {
        failures: unpublished.map(({ event, code }) => ({ id: event.id, code })),
      });
    }
    const from = firstFailed?.sequenceNumber ?? unreadable;
    return { batchItemFailures: from === undefined ? [] : [{ itemIdentifier: from }] };
  };
}

/** The rows before the first unreadable one: what comes after it has to wait, so that the order stays. */
function readUntilUnreadable(records: readonly DynamoDBRecord[]): { rows: OutboxRow[]; unreadable?: string } {
  const rows: OutboxRow[] = [];
  for (const { dynamodb } of records) {
    const sequenceNumber = dynamodb?.SequenceNumber ?? '';
    const events = readOutboxRow(dynamodb?.NewImage);
    if (!events.ok) {
      logLine(logLines.outboxRowUnreadable, { sequenceNumber, paths: events.paths });
      return { rows, unreadable: sequenceNumber };
    }
    rows.push({ sequenceNumber, events: events.events });
  }
  return { rows };
}
