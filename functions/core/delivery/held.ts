import type { Instant } from '../../../schemas/reference.ts';

/** How a flag stood when a system was last sent it. */
export type SentState = 'in-force' | 'cleared';

/** A flag as a system holds it: in which version, and since when it is known to. */
export interface Held {
  version: number;
  since: Instant;
}

/** What was kept of a flag and a system: what it was sent last, and what it acknowledged. */
export interface Receipts {
  state?: SentState | undefined;
  sentAt?: Instant | undefined;
  acknowledgedVersion?: number | undefined;
  acknowledgedState?: SentState | undefined;
  acknowledgedAt?: Instant | undefined;
}

/**
 * What a system holds of a flag by its own receipts, or undefined when it holds nothing of it: what it was only sent does
 * not count, and neither does a clearance that it took. What it holds although it was cleared, it does since the clearance.
 */
export function heldBy(receipts: Receipts): Held | undefined {
  const { state, sentAt, acknowledgedVersion: version, acknowledgedState, acknowledgedAt } = receipts;
  if (version === undefined || acknowledgedAt === undefined || acknowledgedState === 'cleared')
    return undefined;
  return { version, since: state === 'cleared' && sentAt !== undefined ? sentAt : acknowledgedAt };
}
