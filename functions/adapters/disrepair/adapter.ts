import type { Adapter } from '../contract.ts';
import { flagCodes } from './flag-codes.ts';
import { held } from './held.ts';
import { ignored } from './ignored.ts';
import { inbound } from './inbound.ts';
import { manifest } from './manifest.ts';
import { outbound, wordFor } from './outbound.ts';
import { type ClaimMessage, claimMessageSchema, itemsOf } from './vendor.ts';

/** The disrepair team's case management. */
export const adapter: Adapter<ClaimMessage> = {
  manifest,
  flagCodes,
  itemsOf,
  itemSchema: claimMessageSchema,
  ignored,
  inbound,
  wordFor,
  outbound,
  held,
};
