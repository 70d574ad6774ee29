import * as z from 'zod';

/** What is said of a message that a function moved to a dead-letter queue itself: as written there, and as read. */
export const deadLetterAttributes = z.object({
  reason: z.string(),
  /** An instant: moving it makes it a new message, which the queue counts from now. */
  firstSentAt: z.string(),
  /** Its id before it was moved: of a message, or in a stream. */
  formerId: z.string(),
});
type DeadLetterAttributes = z.infer<typeof deadLetterAttributes>;

/** The message that a function puts into a dead-letter queue itself: the body, and what is said of it. */
export function deadLetterMessage(MessageBody: string, said: DeadLetterAttributes) {
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  const MessageAttributes = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, text(value)]),
  );
  return { MessageBody, MessageAttributes };
}
