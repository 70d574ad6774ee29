import type { DynamoDBRecord, AttributeValue as StreamValue } from 'aws-lambda';
import * as z from 'zod';
import type { HubFlagEvent, LintelEvent, SystemEvent } from '../../../../schemas/catalogue.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { isHubFlagEvent, isOfficersEvent } from '../../event-message.ts';
import type { Key } from '../key.ts';
import { streamRow } from '../stream-row.ts';
import { unpacked } from './packed.ts';

/** What goes through the outbox: what the hub itself says of flags, and what officers say through it. */
export type OutboxEvent = HubFlagEvent | SystemEvent;

function isOutboxEvent(event: LintelEvent): event is OutboxEvent {
  return isHubFlagEvent(event) || isOfficersEvent(event);
}

const publishable = eventSchema.refine(
  isOutboxEvent,
  'only what the hub and its officers say goes through the outbox',
);
const outboxRowSchema = z.object({ entry: unpacked.pipe(z.object({ events: z.array(publishable) })) });

/** The key of a row that announces anything, as its address in a dead letter. */
export const outboxAddress = z.object({ pk: z.string(), sk: z.string() });

/** The key of a row in the stream. @throws {z.ZodError} where the stream shows no key of the table’s */
export function keyOf({ dynamodb }: DynamoDBRecord): Key {
  return outboxAddress.parse(streamRow(dynamodb?.Keys));
}

/** What is to be published of a row as the stream shows it, or the places where it is no such row. */
export function readOutboxRow(
  image: Readonly<Record<string, StreamValue>> | undefined,
): { ok: true; events: OutboxEvent[] } | { ok: false; paths: string[] } {
  const parsed = outboxRowSchema.safeParse(streamRow(image));
  if (!parsed.success) return { ok: false, paths: parsed.error.issues.map(({ path }) => path.join('/')) };
  return { ok: true, events: parsed.data.entry.events.filter(isOutboxEvent) };
}
