import type { SQSRecord } from 'aws-lambda';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { type Instant, instantOf } from '../../../schemas/reference.ts';
import { isGivenUp, putOffSeconds, waitedSeconds } from '../../core/delivery/put-off.ts';
import { errorName } from '../../shell/errors.ts';
import type { HandBack } from '../../shell/hand-back.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { Verdict } from './deliver-flag.ts';

export interface SettleDeps {
  handBack: HandBack;
  now: () => Instant;
  /** From 0 to 1, without 1. */
  random: () => number;
}

/** A message of the queue, and the announcement in it where there is one. */
export interface Message {
  record: SQSRecord;
  event: HubFlagEvent | undefined;
}

/**
 * Does with a message what was found: it is done, or set aside for people with the reason, or put off. What was tried for
 * twelve hours is set aside too, but only when the system was asked, or is known not to be there. A metric reads the
 * line of what is put off, with the seconds that it has waited.
 * @returns false when the queue is to deliver it again.
 */
export async function settle(deps: SettleDeps, message: Message, verdict: Verdict): Promise<boolean> {
  if (verdict.kind === 'done') return true;
  const { record, event } = message;
  const at = deps.now();
  const since = instantOf(Number(record.attributes.SentTimestamp));
  const log = {
    ...{ messageId: record.messageId, eventId: event?.id, version: event?.data.flag.version },
    ...{ error: verdict.reason, waitedSeconds: waitedSeconds(since, at) },
  };
  try {
    if (verdict.kind === 'refused' || (verdict.untried !== true && isGivenUp(since, at))) {
      const late = verdict.kind === 'refused' ? '' : 'not told within twelve hours: ';
      await deps.handBack.setAside(record, `${late}${verdict.reason}`);
      logLine(logLines.deadLettered, log);
      return true;
    }
    const receives = Number(record.attributes.ApproximateReceiveCount);
    const { notBefore } = verdict;
    const seconds = putOffSeconds({ receives, notBefore, at, random: deps.random() });
    await deps.handBack.putOff(record, seconds);
    logLine(logLines.deliveryRetriedLater, { ...log, seconds });
  } catch (error) {
    logLine(logLines.leftToVisibilityTimeout, { ...log, error: errorName(error) });
  }
  return false;
}
