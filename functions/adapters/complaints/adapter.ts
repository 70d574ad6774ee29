import type { Adapter } from '../contract.ts';
import { flagCodes } from './flag-codes.ts';
import { held } from './held.ts';
import { ignored } from './ignored.ts';
import { inbound } from './inbound.ts';
import { manifest } from './manifest.ts';
import { openCases } from './open-cases.ts';
import { outbound, wordFor } from './outbound.ts';
import { type Entry, entrySchema, itemsOf } from './vendor.ts';

/** The complaints team's casework system. */
export const adapter: Adapter<Entry> = {
  manifest,
  flagCodes,
  itemsOf,
  itemSchema: entrySchema,
  ignored,
  inbound,
  wordFor,
  outbound,
  held,
  snapshots: { 'open-cases': openCases },
};
