import * as z from 'zod';
import type { Notice } from '../flag-board.ts';

/** Reads a message of the hub as one system gets it. It throws when the message is not what that system was promised. */
export type ReadNative = (message: unknown) => Notice[];

/** Whether a message says that something which the system sent is kept in quarantine: its people read it. */
export function isHeldNotice(message: unknown): boolean {
  return heldSchema.safeParse(message).success;
}

const heldSchema = z.union([
  z.object({ messageType: z.literal('MessageHeld') }),
  z.object({ eventType: z.literal('EventHeldEvent') }),
  z.object({ heldEntry: z.object({ reference: z.string() }) }),
  z.object({ entitySet: z.literal('hc_heldmessages') }),
]);
