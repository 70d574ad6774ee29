import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { DeadLetterRow } from '../../shell/dead-letter-row.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { isUnpublishable, type Publish, type Unpublished } from '../../shell/publisher.ts';
import { type OutboxEvent, readOutboxRow } from '../../shell/tables/records/outbox-row.ts';

export interface RelayDeps {
  publish: Publish;
  deadLetter: DeadLetterRow;
}

interface OutboxRow {
  record: DynamoDBRecord;
  events: readonly OutboxEvent[];
  /** Why it can never be published whole, where that is so. */
  refusal: string | undefined;
}

/**
 * Makes the handler of the outbox stream: publishes the rows' events in order, exactly as the commit wrote them.
 * A row that cannot be read, or that the bus will never take, is dead-lettered at once, alone: the rows behind it are of other
 * homes, and news of the same home stands by its version. The first row that the bus did not take this time is reported by its sequence
 * number, and the stream comes again from there. What is published twice has the same id.
 * @throws when the dead-letter queue takes nothing: then the stream brings the whole batch again.
 */
export function makeRelay({ publish, deadLetter }: RelayDeps) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const rows = Records.map(rowOf);
    const unpublished = await publish(rows.flatMap(({ events }) => events));
    const refused = new Map(unpublished.filter(isUnpublishable).map(one => [one.event.id, one.code]));
    const waiting = unpublished.filter(one => !isUnpublishable(one));
    const firstWaiting = rows.findIndex(({ events }) => isAnyOf(waiting, events));
    for (const { record, events, refusal } of firstWaiting < 0 ? rows : rows.slice(0, firstWaiting)) {
      const reason = refusal ?? events.flatMap(({ id }) => refused.get(id) ?? [])[0];
      if (reason !== undefined) await deadLetter(record, reason);
    }
    if (waiting.length === 0) return { batchItemFailures: [] };
    logLine(logLines.outboxNotPublished, {
      failures: waiting.map(({ event, code }) => ({ id: event.id, code })),
    });
    return { batchItemFailures: [{ itemIdentifier: sequenceNumberOf(rows[firstWaiting]?.record) }] };
  };
}

function isAnyOf(unpublished: readonly Unpublished[], events: readonly OutboxEvent[]): boolean {
  return unpublished.some(({ event }) => events.some(({ id }) => id === event.id));
}

function rowOf(record: DynamoDBRecord): OutboxRow {
  const read = readOutboxRow(record.dynamodb?.NewImage);
  if (read.ok) return { record, events: read.events, refusal: undefined };
  logLine(logLines.outboxRowUnreadable, { sequenceNumber: sequenceNumberOf(record), paths: read.paths });
  return { record, events: [], refusal: `it cannot be read at ${read.paths.join(', ') || 'all'}` };
}

function sequenceNumberOf(record: DynamoDBRecord | undefined): string {
  return record?.dynamodb?.SequenceNumber ?? '';
}
