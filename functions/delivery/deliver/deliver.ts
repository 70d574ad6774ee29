import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { HubEvent, HubSystemEvent } from '../../../schemas/catalogue.ts';
import { errorName } from '../../shell/errors.ts';
import { isHubEvent, isHubFlagEvent, readEventMessage } from '../../shell/event-message.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { batchResponse } from '../../shell/queue-batch.ts';
import { type ApplyDeps, applyOutcome, type Message } from './apply-outcome.ts';
import { batchPlaces } from './batch-places.ts';
import { type DeliverFlagDeps, type DeliveryOutcome, deliverFlag } from './deliver-flag.ts';
import { type DeliverNoticeDeps, deliverNotice } from './deliver-notice.ts';
import type { Send } from './send.ts';

type OneByOne = DeliverFlagDeps &
  DeliverNoticeDeps &
  ApplyDeps & {
    /** Brings the system to what it is owed, as far as that can be done now. */
    catchUp: (event: HubSystemEvent) => Promise<void>;
  };
type DeliverDeps = Omit<OneByOne, 'send'> & {
  /** Makes the sender of one invocation. */
  sending: () => Send;
};
type Invocation = Pick<Context, 'getRemainingTimeInMillis'>;

/** A push may take ten seconds, and what comes before and after it a little. */
const neededMilliseconds = 14_000;

/**
 * Makes the handler of a system's own queue: delivers each flag and notice to the system, sends again what it lacks when it
 * is said to be behind, retries later what cannot be delivered now, and moves to the dead-letter queue what never can. Flags go side by side, versions of one flag one after the other:
 * behind one that is to be retried, the rest waits too.
 */
export function makeDeliver(deps: DeliverDeps) {
  return async ({ Records }: SQSEvent, invocation: Invocation): Promise<SQSBatchResponse> => {
    const messages = Records.map(messageIn);
    const places = batchPlaces(
      deps.directory,
      messages.map(({ event }) => event),
    );
    const own = { ...deps, send: deps.sending(), directory: places };
    const groups = Map.groupBy(messages, ({ record, event }) => flagIdIn(event) ?? record.messageId);
    const again = await Promise.all([...groups.values()].map(group => inOrder(own, group, invocation)));
    return batchResponse(again.flat());
  };
}

/** @returns the ids of the messages that are to come again. */
async function inOrder(deps: OneByOne, group: readonly Message[], invocation: Invocation) {
  const again: string[] = [];
  let waiting: DeliveryOutcome | undefined;
  for (const message of group) {
    const outcome = waiting ?? (await attempt(deps, message, invocation));
    if (outcome.kind === 'later') waiting = outcome;
    if (!(await applyOutcome(deps, message, outcome))) again.push(message.record.messageId);
  }
  return again;
}

async function attempt(
  deps: OneByOne,
  { record, event }: Message,
  invocation: Invocation,
): Promise<DeliveryOutcome> {
  if (event === undefined) return { kind: 'refused', reason: 'it is nothing that a system is told' };
  if (invocation.getRemainingTimeInMillis() < neededMilliseconds)
    return { kind: 'later', reason: 'the batch took too long', untried: true };
  try {
    if (isHubFlagEvent(event)) return await deliverFlag(deps, event);
    if (event.type === 'housing.event.quarantined.v1') return await deliverNotice(deps, event);
    await deps.catchUp(event);
    return { kind: 'done' };
  } catch (error) {
    logLine(logLines.messageFailed, { messageId: record.messageId, error: errorName(error) });
    return { kind: 'later', reason: errorName(error) };
  }
}

function messageIn(record: SQSRecord): Message {
  const read = readEventMessage(record.body);
  const event = read.ok && isHubEvent(read.event) ? read.event : undefined;
  return { record, event, isAtOnce: read.ok && read.priority === 'at-once' };
}

function flagIdIn(event: HubEvent | undefined): string | undefined {
  return event !== undefined && isHubFlagEvent(event) ? event.data.flag.id : undefined;
}
