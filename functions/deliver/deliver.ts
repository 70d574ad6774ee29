import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { flagVisibility } from '../../schemas/flags.ts';
import type { Instant } from '../../schemas/reference.ts';
import type { Adapter } from '../adapters/contract.ts';
import { batchResponse, handleInGroups } from '../shell/batch.ts';
import { isHubFlagEvent, readEventMessage } from '../shell/event-message.ts';
import { logger } from '../shell/logger.ts';
import type { Receipt, Receipts } from '../shell/table/deliveries-store.ts';
import type { Directory } from '../shell/table/directory-store.ts';
import { makeContext } from './context.ts';
import type { Send } from './send.ts';

interface DeliverDeps {
  adapter: Pick<Adapter, 'manifest' | 'outbound'>;
  receipts: Receipts;
  directory: Pick<Directory, 'placesOf'>;
  send: Send;
  now: () => Instant;
}

const actions = {
  'housing.flag.raised.v1': 'raised',
  'housing.flag.changed.v1': 'changed',
  'housing.flag.cleared.v1': 'cleared',
} as const satisfies Record<HubFlagEvent['type'], Receipt['action']>;

/**
 * Makes the handler of a system's own queue: tells the system of a flag in its own format and keeps the receipt.
 * A message is withheld when the system's team may not know of the flag, and when the system was already told this
 * version or a higher one. The receipt is written after the sending: a crash between the two sends the same message,
 * with the same id, once more. What is no flag announcement fails until the queue sets it aside.
 */
export function makeDeliver(deps: DeliverDeps) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const messages = Records.map(record => ({ record, event: announcementIn(record) }));
    const readable = messages.filter((message): message is Announcement => message.event !== undefined);
    const unreadable = messages
      .filter(({ event }) => event === undefined)
      .map(({ record }) => record.messageId);
    const { batchItemFailures } = await handleInGroups(readable, flagOf, ({ event }) => deliver(deps, event));
    return batchResponse([...unreadable, ...batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)]);
  };
}

interface Announcement {
  record: SQSRecord;
  event: HubFlagEvent;
}

function announcementIn({ messageId, body }: SQSRecord): HubFlagEvent | undefined {
  const read = readEventMessage(body);
  if (read.ok && isHubFlagEvent(read.event)) return read.event;
  logger.error('A message is no flag announcement', { messageId });
  return undefined;
}

/** Versions of one flag go one after the other. */
function flagOf({ event }: Announcement): string {
  const { on, code, tenancyReference = '' } = event.data.flag;
  return JSON.stringify([on, code, tenancyReference]);
}

async function deliver(
  { adapter, receipts, directory, send, now }: DeliverDeps,
  event: HubFlagEvent,
): Promise<void> {
  const { system, team } = adapter.manifest;
  const { flag } = event.data;
  const log = { eventId: event.id, code: flag.code, version: flag.version };
  if (flagVisibility(flag.code, team) === 'none') return logger.warn('Withheld: not for this team', log);
  const receipt = await receipts.find(flag);
  if (receipt !== undefined && receipt.version >= flag.version)
    return logger.info('Withheld: told already', log);
  const context = await makeContext(system, directory, event);
  await send(adapter.outbound(event, context), event);
  const { version } = flag;
  const kept = await receipts.write(flag, {
    version,
    action: actions[event.type],
    eventId: event.id,
    deliveredAt: now(),
  });
  logger.info(kept ? 'Delivered' : 'Delivered, while a higher version was delivered too', log);
}
