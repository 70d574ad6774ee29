import * as z from 'zod';
import { eventIdSchema, hubSource } from '../../schemas/envelope.ts';
import { readJson } from './http/json.ts';

/** What the hub calls a ticket on the bus that only `quarantine` may write to. It is on no other bus and in no archive. */
export const ticketType = 'lintel.ticket.v1';

const ticketSchema = z.strictObject({
  /** Whose item it is: each system's queue gets its own. */
  system: z.string().min(1),
  quarantineId: eventIdSchema,
  /** How often the item was resolved when the ticket was written. */
  attempt: z.int().positive(),
});

/**
 * What brings an item in from quarantine once more. A system may write to the queue that it arrives in, so a ticket says
 * nothing: what it stands for is read from the quarantine table.
 */
export type Ticket = z.infer<typeof ticketSchema>;

const messageSchema = z.object({
  'detail-type': z.literal(ticketType),
  source: z.literal(hubSource),
  detail: ticketSchema,
});

/** The ticket that a message from the bus is, if it is one. */
export function readTicket(body: string): Ticket | undefined {
  // Whatever a system sends comes by here: most of it needs no second reading.
  if (!body.includes(ticketType)) return undefined;
  const json = readJson(body);
  return json.ok ? messageSchema.safeParse(json.value).data?.detail : undefined;
}
