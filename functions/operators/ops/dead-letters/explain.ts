import * as z from 'zod';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { deadLetterAttributes } from '../../../shell/dead-letter-attributes.ts';
import type { DeadLetter } from '../../../shell/operations/dead-letter-queues.ts';
import type { Key } from '../../../shell/tables/key.ts';
import { outboxAddress } from '../../../shell/tables/records/outbox-row.ts';

/** What a dead letter is, why it is there, and the ids under which a log may speak of it; no payload. */
export interface Explained {
  what: string;
  why: string;
  ids: readonly string[];
  /** Of records of a stream: when they were written. */
  written?: { from: string; to: string } | undefined;
  /** Of an outbox row: its key. */
  row?: Key | undefined;
}

/** What a stream's mapping says of records that it gave up: where they are, not what they say. */
const streamNoticeSchema = z.object({
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.int() }),
  responseContext: z.object({ functionError: z.string().nullish() }).nullish(),
  DDBStreamBatchInfo: z.object({
    batchSize: z.int(),
    approximateArrivalOfFirstRecord: z.iso.datetime().optional(),
    approximateArrivalOfLastRecord: z.iso.datetime().optional(),
  }),
});
const busEventSchema = z.object({ 'detail-type': z.string(), source: z.string(), detail: z.unknown() });
/** What EventBridge adds to an event that it could not put into a rule's queue. */
const undeliveredSchema = z.object({
  RULE_ARN: z.string(),
  ERROR_CODE: z.string(),
  ERROR_MESSAGE: z.string().default('no message'),
  RETRY_ATTEMPTS: z.string().default('0'),
});
/** What the relay says of a row that can never be published. */
const outboxRowSchema = z.object({ outboxRow: outboxAddress });
const inboxSchema = z.object({ eventId: z.string(), version: z.string() });

/**
 * Explains a dead letter. Five kinds come here: what a function, or a system at its inbox, failed at too often; what
 * `deliver` dead-lettered with the reason; what the bus could not hand over; the address of an outbox row that can
 * never be published; and the notice that a function gave records of a
 * stream up.
 */
export function explain({ id, body, receives, attributes }: DeadLetter): Explained {
  const document = jsonOf(body);
  const notice = streamNoticeSchema.safeParse(document).data;
  if (notice !== undefined) return ofStream(notice, id);
  const undelivered = undeliveredSchema.safeParse(attributes).data;
  const { what, ids } = contentOf(document, attributes, body);
  const moved = deadLetterAttributes.safeParse(attributes).data;
  if (moved !== undefined) {
    const why = `dead-lettered: ${moved.reason}; it first came ${moved.firstSentAt}`;
    const row = outboxRowSchema.safeParse(document).data?.outboxRow;
    return { what, why, ids: [id, moved.formerId, ...ids], row };
  }
  const why = undelivered
    ? `the bus could not put it into the queue: ${undelivered.ERROR_CODE}: ${undelivered.ERROR_MESSAGE} (${undelivered.RETRY_ATTEMPTS} retries)`
    : `given up after it was received ${receives} times`;
  return { what, why, ids: [id, ...ids] };
}

function ofStream(notice: z.infer<typeof streamNoticeSchema>, id: string): Explained {
  const { requestContext, responseContext, DDBStreamBatchInfo: batch } = notice;
  const { approximateArrivalOfFirstRecord: from, approximateArrivalOfLastRecord: to } = batch;
  const error = responseContext?.functionError;
  return {
    what: `${batch.batchSize} records of a table’s stream${from === undefined ? '' : `, written since ${from}`}`,
    why: `${requestContext.condition} after ${requestContext.approximateInvokeCount} attempts${error ? ` (${error})` : ''}`,
    ids: [id],
    written: from === undefined || to === undefined ? undefined : { from, to },
  };
}

function contentOf(document: unknown, attributes: Readonly<Record<string, string>>, body: string) {
  const onBus = busEventSchema.safeParse(document).data;
  if (onBus !== undefined) return ofBus(onBus);
  const row = outboxRowSchema.safeParse(document).data?.outboxRow;
  if (row !== undefined)
    return { what: `announcements of a commit, outbox row ${row.pk} ${row.sk}`, ids: [] };
  const flag = inboxSchema.safeParse(attributes).data;
  if (flag !== undefined)
    return { what: `flag announcement ${flag.eventId}, version ${flag.version}`, ids: [flag.eventId] };
  return { what: `a system’s message of ${Buffer.byteLength(body)} bytes`, ids: [] };
}

function ofBus({ 'detail-type': type, source, detail }: z.infer<typeof busEventSchema>) {
  const event = eventSchema.safeParse(detail);
  if (event.success)
    return { what: `${type} ${event.data.id} of ${event.data.subject}`, ids: [event.data.id] };
  const places = event.error.issues.map(({ path }) => `/${path.join('/')}`).join(' ');
  const known = source.startsWith('urn:lintel:')
    ? `, which breaks the shared language at ${places}`
    : ` of ${source}`;
  return { what: `${type}${known}`, ids: [] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
