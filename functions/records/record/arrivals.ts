import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { officersSource } from '../../../schemas/officers.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { isSystemsToSay } from '../../adapters/connected.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { systemOf } from '../../core/record/rows.ts';
import { isSystemEvent, type ReadEvent, readEventMessage } from '../../shell/event-message.ts';
import { handleInGroups } from '../../shell/queue-batch.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Refused } from '../../shell/tables/quarantine/refused.ts';
import type { Arrival } from './plan.ts';
import { notItsToSay, reachesNobody, unreadable } from './refusals.ts';

interface ArrivalDeps {
  keep: Keep;
  now: () => Instant;
}

/**
 * Sorts a batch out: the events that are to be committed, in the order of arrival, and the messages that have to be
 * delivered again because not even quarantine could keep them. What is no event that a record keeps is in quarantine
 * afterwards. A batch comes from one queue: all of it is bulk, or none.
 */
export async function arrivalsOf({ Records }: SQSEvent, { keep, now }: ArrivalDeps) {
  const messages = Records.map(record => ({ record, read: readEventMessage(record.body) }));
  const sorted = messages.map(({ record, read }) => ({ record, found: sortOut(record, read, now()) }));
  const failures = await handleInGroups(
    sorted,
    ({ record }) => record.messageId,
    async ({ found }) => {
      if ('refused' in found) await keep(found.refused);
    },
  );
  const arrivals = sorted.flatMap(({ record, found }): Arrival[] =>
    'event' in found ? [{ messageId: record.messageId, event: found.event }] : [],
  );
  const isBulk = messages.every(({ read }) => !read.ok || read.priority === 'bulk');
  return { arrivals, isBulk, failed: failures.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

function sortOut(
  record: SQSRecord,
  read: ReadEvent,
  at: Instant,
): { event: SystemEvent } | { refused: Refused } {
  if (!read.ok) return { refused: unreadable(saidIn(record, read.detail), read.detail, read.error, at) };
  const { event } = read;
  if (!isSystemEvent(event) || reachedBy(event).length === 0)
    return { refused: reachesNobody(saidIn(record, event), event, at) };
  if (!isItsToSay(event)) return { refused: notItsToSay(saidIn(record, event), event, at) };
  return { event };
}

/** What was published: the bus wraps it anew each time, so the same thing published twice is two messages. */
function saidIn({ body }: SQSRecord, detail: unknown): string {
  return detail === undefined ? body : JSON.stringify(detail);
}

/** The schema knows what the hub and officers alone say; of a system, its adapter knows. */
function isItsToSay(event: SystemEvent): boolean {
  return event.source === officersSource || isSystemsToSay(systemOf(event), event.type);
}
