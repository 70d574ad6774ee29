import type { SQSRecord } from 'aws-lambda';
import type { SystemName } from '../../../schemas/reference.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import type { QuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { readTicket } from '../../shell/ticket.ts';
import { type Resubmission, resubmissionOf } from '../item/resubmission.ts';

export interface MessageDeps {
  adapter: { manifest: { system: SystemName } };
  items: Pick<QuarantineReader, 'find'>;
}

/** What came through the queue: of the system itself, or from quarantine once more. */
export interface Message {
  text: string;
  contentType: string;
  resubmission?: Resubmission;
}

/**
 * Reads a message of a system's inbound queue. The system may write to it, so nothing is believed that would be the hub's
 * to say: a ticket is exchanged for the item that it names, and a ticket that names none is a message like any other.
 * @returns undefined for the ticket of an item that waits again or was resolved once more since: another ticket follows.
 */
export async function messageIn(
  { body: text, messageAttributes }: SQSRecord,
  { adapter, items }: MessageDeps,
): Promise<Message | undefined> {
  const given = messageAttributes['contentType']?.stringValue;
  const contentType = given ?? 'application/json';
  // What comes over the bus has no attributes.
  const ticket = given === undefined ? readTicket(text) : undefined;
  const item = ticket && (await items.find([adapter.manifest.system], ticket.quarantineId));
  if (item === undefined) return { text, contentType };
  const { id: quarantineId, state, resolutions } = item;
  if (state === 'waiting' || resolutions.length !== ticket?.attempt) {
    logLine(logLines.ticketSuperseded, { quarantineId });
    return undefined;
  }
  const { payload, contentType: keptAs } = item.corrected ?? item;
  return { text: payload, contentType: keptAs, resubmission: resubmissionOf(item) };
}
