import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { errorName } from '../../shell/errors.ts';
import { isHubFlagEvent, readEventMessage } from '../../shell/event-message.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { batchResponse } from '../../shell/queue-batch.ts';
import { type TellDeps, tell, type Verdict } from './deliver-flag.ts';
import { type Message, type SettleDeps, settle } from './settle-message.ts';

type DeliverDeps = TellDeps & SettleDeps;
type Clockwork = Pick<Context, 'getRemainingTimeInMillis'>;

/** A push may take ten seconds, and what comes before and after it a little. */
const neededMilliseconds = 14_000;

/**
 * Makes the handler of a system's own queue: tells the system of each flag, puts off what cannot be told now, and sets
 * aside what never can. Flags go side by side, versions of one flag one after the other: behind one that is put off the
 * rest is too.
 */
export function makeDeliver(deps: DeliverDeps) {
  return async ({ Records }: SQSEvent, clockwork: Clockwork): Promise<SQSBatchResponse> => {
    const messages = Records.map(record => ({ record, event: announcementIn(record) }));
    const groups = Map.groupBy(messages, ({ record, event }) => event?.data.flag.id ?? record.messageId);
    const again = await Promise.all([...groups.values()].map(group => inOrder(deps, group, clockwork)));
    return batchResponse(again.flat());
  };
}

/** @returns the ids of the messages that are to come again. */
async function inOrder(deps: DeliverDeps, group: readonly Message[], clockwork: Clockwork) {
  const again: string[] = [];
  let waiting: Verdict | undefined;
  for (const message of group) {
    const verdict = waiting ?? (await judge(deps, message, clockwork));
    if (verdict.kind === 'later') waiting = verdict;
    if (!(await settle(deps, message, verdict))) again.push(message.record.messageId);
  }
  return again;
}

async function judge(deps: DeliverDeps, { record, event }: Message, clockwork: Clockwork): Promise<Verdict> {
  if (event === undefined) return { kind: 'refused', reason: 'it is no flag announcement' };
  if (clockwork.getRemainingTimeInMillis() < neededMilliseconds)
    return { kind: 'later', reason: 'the batch took too long', untried: true };
  try {
    return await tell(deps, event);
  } catch (error) {
    logLine(logLines.messageFailed, { messageId: record.messageId, error: errorName(error) });
    return { kind: 'later', reason: errorName(error) };
  }
}

function announcementIn({ body }: SQSRecord): HubFlagEvent | undefined {
  const read = readEventMessage(body);
  return read.ok && isHubFlagEvent(read.event) ? read.event : undefined;
}
