import * as z from 'zod';

/** What is said of a message that a function moved to a dead-letter queue itself: as written there, and as read. */
export const deadLetterAttributes = z.object({
  reason: z.string(),
  /** An instant: moving it makes it a new message, which the queue counts from now. */
  firstSentAt: z.string(),
  /** Its id before it was moved. */
  formerId: z.string(),
});
export type DeadLetterAttributes = z.infer<typeof deadLetterAttributes>;
