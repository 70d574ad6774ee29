import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue as StreamValue } from 'aws-lambda';
import * as z from 'zod';
import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import { eventSchema } from '../../../schemas/catalogue.ts';
import { isHubFlagEvent } from '../event-message.ts';

const outboxRowSchema = z.object({
  events: z.array(
    eventSchema.refine(isHubFlagEvent, 'only what the hub itself says goes through the outbox'),
  ),
});

/** The events of an outbox row as the stream shows it, or the places where it is not one. */
export function readOutboxRow(
  image: Readonly<Record<string, StreamValue>> | undefined,
): { ok: true; events: HubFlagEvent[] } | { ok: false; paths: string[] } {
  const row: unknown = unmarshall((image ?? {}) as Record<string, AttributeValue>);
  const parsed = outboxRowSchema.safeParse(row);
  if (!parsed.success) return { ok: false, paths: parsed.error.issues.map(({ path }) => path.join('/')) };
  return { ok: true, events: parsed.data.events.filter(isHubFlagEvent) };
}
