import type { SQSRecord } from 'aws-lambda';
import type { HubEvent } from '../../../schemas/catalogue.ts';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import { isGivenUp, retryDelaySeconds, waitedSeconds } from '../../core/delivery/retry-policy.ts';
import { retryPolicy } from '../../core/delivery/times.ts';
import { errorName } from '../../shell/errors.ts';
import type { HandBack } from '../../shell/hand-back.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { sentAgainAttribute } from '../../shell/queues.ts';
import type { DeliveryOutcome } from './deliver-flag.ts';
import { versionIn } from './send.ts';

export interface ApplyDeps {
  handBack: HandBack;
  now: () => Instant;
  /** From 0 to 1, without 1. */
  random: () => number;
}

/** A message of the queue, and the announcement in it where there is one. */
export interface Message {
  record: SQSRecord;
  event: HubEvent | undefined;
  /** Whether the relay says it again, and will see to it that it arrives. */
  isAtOnce: boolean;
}

/**
 * Acknowledges a message that is done, moves it to the dead-letter queue with the reason, or has it retried later. What was
 * tried for five days is a dead letter too, but only when the system was asked, or is known not to be there. What was sent
 * again because the system did not hold it is none: the difference stands, and is sent again. What was announced at once is tried
 * once: the relay's follows, and is retried. A metric filter reads the
 * line of what is retried, with the seconds that the message has waited.
 * @returns false when the queue is to deliver it again.
 */
export async function applyOutcome(
  deps: ApplyDeps,
  message: Message,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  if (outcome.kind === 'done' || message.isAtOnce) return true;
  const { record, event } = message;
  const at = deps.now();
  const since = instantOf(Number(record.attributes.SentTimestamp));
  const log = {
    ...{ messageId: record.messageId, eventId: event?.id, version: versionIn(event) },
    ...{ error: outcome.reason, waitedSeconds: waitedSeconds(since, at) },
  };
  try {
    if (outcome.kind === 'refused' || (outcome.untried !== true && isGivenUp(since, at))) {
      if (record.messageAttributes[sentAgainAttribute] !== undefined) {
        logLine(logLines.againNotTaken, log);
        return true;
      }
      const late =
        outcome.kind === 'refused' ? '' : `not delivered within ${retryPolicy.givenUpAfterDays} days: `;
      await deps.handBack.deadLetter(record, `${late}${outcome.reason}`);
      logLine(logLines.deadLettered, log);
      return true;
    }
    const receives = Number(record.attributes.ApproximateReceiveCount);
    const { notBefore } = outcome;
    const seconds = retryDelaySeconds({ receives, notBefore, at, random: deps.random() });
    await deps.handBack.retryLater(record, seconds);
    logLine(logLines.deliveryRetriedLater, { ...log, seconds });
  } catch (error) {
    logLine(logLines.leftToVisibilityTimeout, { ...log, error: errorName(error) });
  }
  return false;
}
