import type { Adapter } from '../contract.ts';
import { flagCodes, otherSeeComments, wordFor } from './flag-codes.ts';
import { held } from './held.ts';
import { ignored } from './ignored.ts';
import { inbound } from './inbound.ts';
import { manifest } from './manifest.ts';
import { openJobs } from './open-jobs.ts';
import { outbound } from './outbound.ts';
import { itemsOf, messageSchema, type RepairsMessage } from './vendor.ts';

/** The repairs system, in HACT's messages. */
export const adapter: Adapter<RepairsMessage> = {
  manifest,
  flagCodes,
  itemsOf,
  itemSchema: messageSchema,
  ignored,
  inbound,
  wordFor,
  otherWord: otherSeeComments,
  outbound,
  held,
  snapshots: { 'open-jobs': openJobs },
};
