import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { handleInGroups } from '../shell/batch.ts';
import { HubError } from '../shell/errors.ts';
import { mediaTypeOf } from '../shell/http/media-type.ts';
import { logger } from '../shell/logger.ts';
import type { Keep } from '../shell/table/quarantine-store.ts';
import { maximumItems, readDocument } from './document.ts';
import type { Document } from './numbered-item.ts';
import { quarantined } from './quarantined.ts';
import { type ReceiveDeps, receiveItems } from './receive-items.ts';

export interface QueueDeps extends ReceiveDeps {
  keep: Keep;
}

/**
 * Makes the handler of a system's own inbound queue: the body of a message is what the system would post over HTTPS, its
 * attribute `contentType` says what it is (JSON where it is absent). Nobody waits for an answer, so everything that is
 * refused is kept in quarantine with the reasons; only what the hub itself failed to do is delivered again.
 */
export function makeReceiveQueue(deps: QueueDeps) {
  return ({ Records }: SQSEvent): Promise<SQSBatchResponse> =>
    handleInGroups(
      Records.map(record => ({ record })),
      () => 'in order',
      ({ record }) => receiveMessage(record, deps),
    );
}

async function receiveMessage(record: SQSRecord, deps: QueueDeps): Promise<void> {
  const { adapter, keep, now } = deps;
  const { system } = adapter.manifest;
  const contentType = record.messageAttributes['contentType']?.stringValue ?? 'application/json';
  const document = documentIn(record.body, contentType, deps);
  if (!document.ok) {
    const problems = [{ path: '', message: document.detail }];
    await keep({ system, reason: 'invalid', problems, payload: record.body, contentType, receivedAt: now() });
    return;
  }
  const { accepted, refused, unpublished } = await receiveItems(document.items, deps);
  await Promise.all(refused.map(item => keep(quarantined(item, { system, receivedAt: now() }))));
  logger.info('Received', { accepted: accepted.length, quarantined: refused.length });
  if (unpublished.length > 0) {
    throw new HubError(`The bus did not take ${unpublished.length} events`, { retryable: true });
  }
}

function documentIn(text: string, contentType: string, { adapter }: QueueDeps): Document {
  const essence = mediaTypeOf(contentType)?.essence;
  const accepted = adapter.manifest.accepts.find(type => type === essence);
  if (accepted === undefined) return { ok: false, detail: `This system does not send ${contentType}` };
  const document = readDocument(text, accepted, adapter);
  if (!document.ok || document.items.length <= maximumItems) return document;
  return { ok: false, detail: `The message holds more than ${maximumItems} items` };
}
