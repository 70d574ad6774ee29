import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { eventIdSchema } from '../../schemas/envelope.ts';
import { instantSchema, personReferenceSchema, uprnSchema } from '../../schemas/reference.ts';
import { HubError } from './errors.ts';

/** What an officer answered, under what was asked. */
const answerSchema = z.object({
  key: z.string(),
  uprn: uprnSchema.optional(),
  person: personReferenceSchema.optional(),
});
export type Answer = z.infer<typeof answerSchema>;

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('expected JSON');
    return z.NEVER;
  }
});

/** What a message says of the item in quarantine that comes in once more by it. */
const resubmissionSchema = z.object({
  quarantineId: eventIdSchema,
  /** How often the item was resolved so far: what is refused of an earlier time does not count. */
  attempt: z.coerce.number().int().positive(),
  /** When the hub first heard it. */
  receivedAt: instantSchema,
  /** What was answered about this item alone. */
  answers: jsonText.pipe(z.array(answerSchema)).default([]),
});
export type Resubmission = z.infer<typeof resubmissionSchema>;

/** What of a message's attributes marks it as re-submitted; undefined for what a system itself sends. */
export function resubmissionIn({
  messageAttributes,
}: Pick<SQSRecord, 'messageAttributes'>): Resubmission | undefined {
  const values = Object.entries(messageAttributes).map(([name, { stringValue }]) => [name, stringValue]);
  return resubmissionSchema.safeParse(Object.fromEntries(values)).data;
}

/** Sends an item from quarantine into a system's inbound queue: the way of any message. */
export type Resubmit = (
  system: string,
  message: Resubmission & { payload: string; contentType: string },
) => Promise<void>;

/**
 * Makes the sender of re-submissions.
 * @param queues the inbound queue of each system, by name
 * @throws {HubError} from the sender for a system without a queue
 */
export function makeResubmit(client: SQSClient, queues: Readonly<Record<string, string>>): Resubmit {
  return async (system, { payload, contentType, quarantineId, attempt, receivedAt, answers }) => {
    const QueueUrl = queues[system];
    if (QueueUrl === undefined) throw new HubError(`There is no system ${system}`, { retryable: false });
    const text = (StringValue: string) => ({ DataType: 'String', StringValue });
    await client.send(
      new SendMessageCommand({
        QueueUrl,
        MessageBody: payload,
        MessageAttributes: {
          contentType: text(contentType),
          quarantineId: text(quarantineId),
          attempt: { DataType: 'Number', StringValue: String(attempt) },
          receivedAt: text(receivedAt),
          ...(answers.length > 0 && { answers: text(JSON.stringify(answers)) }),
        },
      }),
    );
  };
}
