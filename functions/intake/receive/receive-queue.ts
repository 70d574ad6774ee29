import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Adapter } from '../../adapters/contract.ts';
import { mediaTypeOf } from '../../shell/http/media-type.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { handleInGroups } from '../../shell/queue-batch.ts';
import {
  eventContentType,
  mistakenContentType,
  unmatchedContentType,
} from '../../shell/tables/quarantine/item.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { maximumItems, readDocument } from '../item/document.ts';
import type { Document } from '../item/numbered-item.ts';
import type { ReceiveDeps } from '../item/receive-items.ts';
import type { Resubmission } from '../item/resubmission.ts';
import { changeContentType, changeReader } from '../item/snapshot-change.ts';
import { type Message, type MessageDeps, messageIn } from './message.ts';
import { receiveEvent } from './receive-event.ts';
import { receiveMistaken } from './receive-mistaken.ts';
import { receiveUnmatched } from './receive-unmatched.ts';
import { placeOf, type QueuedDocument, takeDocuments } from './take-documents.ts';

export interface QueueDeps extends ReceiveDeps, Pick<MessageDeps, 'items'> {
  adapter: ReceiveDeps['adapter'] & Pick<Adapter, 'snapshots'>;
  keep: Keep;
}

/**
 * Makes the handler of a system's own inbound queue: the body of a message is what the system would post over HTTPS, its
 * attribute `contentType` says what it is (JSON where it is absent). Nobody waits for an answer, so everything that is
 * refused is kept in quarantine with the reasons; only what the hub itself failed to do is delivered again. What comes
 * in once more from quarantine, by a ticket, and is refused again goes back to where it was.
 */
export function makeReceiveQueue(deps: QueueDeps) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const documents: QueuedDocument[] = [];
    const read = await handleInGroups(
      Records.map(record => ({ record })),
      () => 'in order',
      async ({ record }) => void documents.push(...(await readMessage(record, deps))),
    );
    const taken = await takeDocuments(documents, deps);
    return { batchItemFailures: [...read.batchItemFailures, ...taken.batchItemFailures] };
  };
}

/** @returns the document in a message, or none where all that was to be done of it is done. */
async function readMessage(record: SQSRecord, deps: QueueDeps): Promise<QueuedDocument[]> {
  const { keep, now } = deps;
  const message = await messageIn(record, deps);
  if (message === undefined) return [];
  const { text, contentType, resubmission } = message;
  if (resubmission !== undefined && (await receiveKept(message, resubmission, deps))) return [];
  const adapter = readerOf(deps.adapter, contentType);
  const document = documentIn(message, adapter);
  if (document.ok) return [{ record, items: document.items, adapter, resubmission }];
  const { system } = adapter.manifest;
  const problems = [{ path: '', message: document.detail }];
  const refused = { system, reason: 'invalid' as const, problems, payload: text };
  const origin = { receivedAt: resubmission?.receivedAt ?? now(), resubmitted: placeOf(resubmission) };
  const quarantineId = await keep({ ...refused, ...origin, contentType: keptAs(message) });
  logLine(logLines.messageKept, { quarantineId });
  return [];
}

/** @returns whether it was what the hub keeps in a form of its own. */
async function receiveKept({ text, contentType }: Message, resubmission: Resubmission, deps: QueueDeps) {
  if (contentType === eventContentType) await receiveEvent(text, resubmission, deps);
  else if (contentType === unmatchedContentType) await receiveUnmatched(text, resubmission, deps);
  else if (contentType === mistakenContentType) await receiveMistaken(text, resubmission, deps);
  else return false;
  return true;
}

/** A change between two snapshots is read in its own way: as an item it is only kept in quarantine. */
function readerOf(adapter: QueueDeps['adapter'], contentType: string): QueueDeps['adapter'] {
  return contentType === changeContentType ? { ...adapter, ...changeReader(adapter) } : adapter;
}

/** Items are kept as JSON, whatever their system sends. */
function documentIn({ text, contentType, resubmission }: Message, adapter: QueueDeps['adapter']): Document {
  const essence = mediaTypeOf(contentType)?.essence;
  const kept = resubmission === undefined ? [] : ['application/json', changeContentType];
  const accepted = [...adapter.manifest.accepts, ...kept].find(type => type === essence);
  if (accepted === undefined) return { ok: false, detail: `This system does not send ${contentType}` };
  const document = readDocument(text, accepted, adapter);
  if (!document.ok || document.items.length <= maximumItems) return document;
  return { ok: false, detail: `The message holds more than ${maximumItems} items` };
}

/** What the hub alone keeps in these forms is read in them when it is sent in again: no system's own message is. */
const hubsOwn = new Set([eventContentType, changeContentType]);

function keptAs({ contentType, resubmission }: Message): string {
  return resubmission === undefined && hubsOwn.has(contentType) ? 'application/octet-stream' : contentType;
}
