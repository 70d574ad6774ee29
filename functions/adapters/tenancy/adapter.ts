import type { Adapter } from '../contract.ts';
import { alerts } from './alerts.ts';
import { flagCodes } from './flag-codes.ts';
import { held } from './held.ts';
import { ignored } from './ignored.ts';
import { inbound } from './inbound.ts';
import { manifest } from './manifest.ts';
import { outbound, wordFor } from './outbound.ts';
import { codeWidth } from './short-words.ts';
import { tenancies } from './tenancies.ts';
import { envelopeSchema, itemsOf, type TenancyEvent } from './vendor.ts';

/** The tenancy system, in the event envelope of a council's housing services. */
export const adapter: Adapter<TenancyEvent> = {
  manifest,
  flagCodes,
  itemsOf,
  itemSchema: envelopeSchema,
  ignored,
  inbound,
  wordFor,
  wordWidth: codeWidth,
  outbound,
  held,
  snapshots: { tenancies, alerts },
};
