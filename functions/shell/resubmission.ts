import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { eventIdSchema } from '../../schemas/envelope.ts';
import { HubError } from './errors.ts';
import { readJson } from './http/json.ts';

/**
 * The media type of a ticket: the whole of a message by which an item comes in from quarantine once more. A system may
 * write to its queue, so a ticket says nothing: what it stands for is read from the quarantine table.
 */
export const ticketContentType = 'application/vnd.lintel.ticket+json';

const ticketSchema = z.strictObject({
  quarantineId: eventIdSchema,
  /** How often the item was resolved when the ticket was written. */
  attempt: z.int().positive(),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** The ticket that a message's body is, if it is one. */
export function readTicket(body: string): Ticket | undefined {
  const json = readJson(body);
  return json.ok ? ticketSchema.safeParse(json.value).data : undefined;
}

/** Sends an item from quarantine into a system's inbound queue: the way of any message. */
export type Resubmit = (system: string, ticket: Ticket) => Promise<void>;

/**
 * Makes the sender of re-submissions.
 * @param queues the inbound queue of each system, by name
 * @throws {HubError} from the sender for a system without a queue
 */
export function makeResubmit(client: SQSClient, queues: Readonly<Record<string, string>>): Resubmit {
  return async (system, ticket) => {
    const QueueUrl = queues[system];
    if (QueueUrl === undefined) throw new HubError(`There is no system ${system}`, { retryable: false });
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: JSON.stringify(ticket),
        MessageAttributes: { contentType: { DataType: 'String', StringValue: ticketContentType } },
      }),
    );
  };
}
