import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { HubError } from '../../shell/errors.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { handleInGroups } from '../../shell/queue-batch.ts';
import type { Keep } from '../../shell/tables/quarantine/quarantine-store.ts';
import type { Refused } from '../../shell/tables/quarantine/refused.ts';
import type { NumberedItem } from '../item/numbered-item.ts';
import { mostTogether, publishing } from '../item/priority.ts';
import { quarantined } from '../item/quarantined.ts';
import { type ReceiveDeps, receiveItems } from '../item/receive-items.ts';
import type { Received } from '../item/received.ts';
import type { Resubmission } from '../item/resubmission.ts';

/** What a message of the queue says, taken apart. */
export interface QueuedDocument {
  record: SQSRecord;
  items: readonly NumberedItem[];
  adapter: ReceiveDeps['adapter'];
  resubmission: Resubmission | undefined;
}
type TakeDeps = ReceiveDeps & { keep: Keep };

/**
 * Takes the documents of a batch: small ones together, so that all ask the directory and the bus once, and each by itself where
 * that failed, so that none takes its neighbours along. A document fails alone, whatever of it the bus did not take.
 */
export async function takeDocuments(
  documents: readonly QueuedDocument[],
  deps: TakeDeps,
): Promise<SQSBatchResponse> {
  const small = documents.filter(isSmall);
  const together = small.length > 1 ? await receiveAll(small, deps).catch(() => undefined) : undefined;
  return handleInGroups(
    documents,
    () => 'in order',
    async document => {
      const received = together?.get(document) ?? (await receiveOne(document, deps));
      await finish(document, received, deps);
    },
  );
}

/** What comes in once more from quarantine is read in its own way, and a long list goes the way of bulk. */
function isSmall({ items, resubmission }: QueuedDocument): boolean {
  return resubmission === undefined && items.length <= mostTogether;
}

function receiveOne({ items, adapter, resubmission }: QueuedDocument, deps: TakeDeps): Promise<Received> {
  const publish = publishing(deps.publish, items);
  return receiveItems(items, { ...deps, adapter, publish }, resubmission);
}

/** Numbers all items by their place among all, and each document's own again as they were. */
async function receiveAll(
  documents: readonly QueuedDocument[],
  deps: TakeDeps,
): Promise<ReadonlyMap<QueuedDocument, Received>> {
  const places = documents.flatMap(document => document.items.map(item => ({ document, item })));
  const items = places.map(({ item }, row) => ({ ...item, row }));
  const { accepted, refused, unpublished } = await receiveItems(items, deps);
  const ownOf = <T extends { row: number }>(all: readonly T[], document: QueuedDocument): T[] =>
    all.flatMap(one => {
      const place = places[one.row];
      return place?.document === document ? [{ ...one, row: place.item.row }] : [];
    });
  return new Map(
    documents.map(document => {
      const own = ownOf(accepted, document);
      const ids = new Set(own.flatMap(({ events }) => events.map(({ id }) => id)));
      const missing = unpublished.filter(({ event }) => ids.has(event.id));
      return [document, { accepted: own, refused: ownOf(refused, document), unpublished: missing }];
    }),
  );
}

/** Nobody waits for an answer: what was refused is kept, with the reasons. */
async function finish(
  { items, adapter, resubmission }: QueuedDocument,
  { accepted, refused, unpublished }: Received,
  { keep, now }: TakeDeps,
): Promise<void> {
  const origin = { system: adapter.manifest.system, receivedAt: resubmission?.receivedAt ?? now() };
  const resubmitted = items.length === 1 ? placeOf(resubmission) : undefined;
  await Promise.all(refused.map(item => keep(quarantined(item, { ...origin, resubmitted }))));
  logLine(logLines.itemsReceived, { accepted: accepted.length, rejected: 0, quarantined: refused.length });
  if (unpublished.length > 0) {
    throw new HubError(`The bus did not take ${unpublished.length} events`, { retryable: true });
  }
}

/** Where in quarantine it comes from. */
export function placeOf(resubmission: Resubmission | undefined): Refused['resubmitted'] {
  return resubmission && { id: resubmission.quarantineId, attempt: resubmission.attempt };
}
