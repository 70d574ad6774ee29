import * as z from 'zod';
import { eventIdSchema } from '../../../../schemas/envelope.ts';
import { instantSchema, localReferenceSchema } from '../../../../schemas/reference.ts';
import type { SentAgain } from '../../../core/delivery/catch-up.ts';
import { circuitSchema } from '../../../core/delivery/circuit.ts';

const stateSchema = z.enum(['in-force', 'cleared']);
const leaseSchema = z.object({
  token: z.string(),
  version: z.int().positive(),
  state: stateSchema,
  until: instantSchema,
});
/** Whoever tells a system of a flag holds the lease meanwhile: nobody can overtake it with another version. */
export type Lease = z.infer<typeof leaseSchema>;

const sentAgainSchema = z.object({
  version: z.int().positive(),
  times: z.int().positive(),
  notBefore: instantSchema,
}) satisfies z.ZodType<SentAgain>;

const toldSchema = z.object({
  version: z.int().positive(),
  state: stateSchema,
  eventId: eventIdSchema,
  sentAt: instantSchema,
  /** Of the last version in which it was in force: who said so, and since when. */
  heardFrom: z.array(z.string()).exactOptional(),
  since: instantSchema.exactOptional(),
});
/** What a system was sent of a flag last. */
export type Told = z.infer<typeof toldSchema>;

/** `FLAG#`: one for each flag and system. What was begun and never ended has a lease alone. */
export const deliverySchema = toldSchema.partial().extend({
  /** Since when the system shows it; and, where it was sent the end, from when to when it did. */
  toldFrom: instantSchema.optional(),
  endedFrom: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  acknowledgedVersion: z.int().positive().optional(),
  /** What the flag was in the version that was acknowledged. */
  acknowledgedState: stateSchema.optional(),
  acknowledgedAt: instantSchema.optional(),
  /** The system was sent this version and does not have it: it is to be sent again. */
  lost: z.literal(true).optional(),
  lease: leaseSchema.optional(),
  /** It was sent again because the system did not hold it. */
  again: sentAgainSchema.optional(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** `OWN#`: a warning of a system's own that is no flag of the hub's, as the system named it. */
export const ownWarningSchema = z.object({
  localReference: localReferenceSchema,
  code: z.string().optional(),
  since: instantSchema,
});
export type OwnWarning = z.infer<typeof ownWarningSchema>;

/** Any row of a system, as far as it says what it is of. */
export const holdingItemSchema = z.object({ sk: z.string() });

/** `CIRCUIT`: whether a system is called. */
export const circuitItemSchema = z.object({ circuit: circuitSchema, revision: z.int().nonnegative() });
