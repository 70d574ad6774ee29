import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { officersSource } from '../../../schemas/officers.ts';
import type { Instant } from '../../../schemas/reference.ts';
import { isSystemsToSay } from '../../adapters/registry.ts';
import { cameOutOfQuarantine } from '../../core/envelope/complete-event.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { systemOf } from '../../core/record/rows.ts';
import { isSystemEvent, type ReadEvent, readEventMessage } from '../../shell/event-message.ts';
import { handleInGroups } from '../../shell/queue-batch.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { IsAsFirstHeard } from '../../shell/tables/records/heard-store.ts';
import { amended } from '../commit/refusals.ts';
import type { Arrival } from './plan.ts';
import { notItsToSay, reachesNobody, unreadable } from './refusals.ts';

interface ArrivalDeps {
  isAsFirstHeard: IsAsFirstHeard;
  keep: Keep;
  now: () => Instant;
}

interface Message {
  record: SQSRecord;
  read: ReadEvent;
}

/**
 * Sorts a batch out: the events that are to be committed, in the order of arrival, and the messages that have to be
 * delivered again because not even quarantine could keep them. What is no event that a record keeps, and what says
 * something else than its id was first heard to say, is in quarantine afterwards.
 */
export async function arrivalsOf({ Records }: SQSEvent, deps: ArrivalDeps) {
  const messages = Records.map(record => ({ record, read: readEventMessage(record.body) }));
  const taken = new Map<Message, SystemEvent>();
  const failures = await handleInGroups(messages, idOf, async message => {
    const event = await eventIn(message, deps);
    if (event !== undefined) taken.set(message, event);
  });
  const arrivals = messages.flatMap((message): Arrival[] => {
    const event = taken.get(message);
    return event === undefined ? [] : [{ messageId: message.record.messageId, event }];
  });
  return { arrivals, failed: failures.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

/** Messages of one event go one after the other, so that of two contents the first to arrive is the first heard. */
function idOf({ record, read }: Message): string {
  return read.ok ? read.event.id : record.messageId;
}

async function eventIn({ record, read }: Message, deps: ArrivalDeps): Promise<SystemEvent | undefined> {
  const { isAsFirstHeard, keep, now } = deps;
  if (!read.ok) {
    await keep(unreadable(saidIn(record, read.detail), read.detail, read.error, now()));
  } else if (!isSystemEvent(read.event) || reachedBy(read.event).length === 0) {
    await keep(reachesNobody(saidIn(record, read.event), read.event, now()));
  } else if (!isItsToSay(read.event)) {
    await keep(notItsToSay(saidIn(record, read.event), read.event, now()));
  } else if (cameOutOfQuarantine(read.event) || (await isAsFirstHeard(read.event))) {
    return read.event;
  } else {
    await keep(amended(read.event));
  }
  return undefined;
}

/** What was published: the bus wraps it anew each time, so the same thing published twice is two messages. */
function saidIn({ body }: SQSRecord, detail: unknown): string {
  return detail === undefined ? body : JSON.stringify(detail);
}

/** The schema knows what the hub and officers alone say; of a system, its adapter knows. */
function isItsToSay(event: SystemEvent): boolean {
  return event.source === officersSource || isSystemsToSay(systemOf(event), event.type);
}
