import * as z from 'zod';
import { personalText } from './encrypted.ts';
import { classificationSchema } from './envelope.ts';
import { localReferenceSchema, personReferenceSchema } from './reference.ts';

/**
 * Free text that may say something about a person: sealed, so that views and erasure have one place to act. On the bus, and
 * wherever it is kept, it is encrypted unless it is operational.
 */
export const sealedTextSchema = z
  .object({
    text: personalText(4000),
    classification: classificationSchema,
    finding: z.literal(true).optional().meta({
      title: 'It says what was seen, measured or done at the home: for every team that works there',
    }),
  })
  .meta({ title: 'Sealed free text' });
export type SealedText = z.infer<typeof sealedTextSchema>;

/** A short coded or technical phrase without personal data, such as a trade, a room or a cause. */
export const phraseSchema = z.string().trim().min(1).max(200);

/** A member of staff or an operative by job title or staff reference; never a resident. */
export const staffSchema = z.string().trim().min(1).max(80).meta({ title: 'Staff reference or job title' });

/** A file by reference: events never carry bytes. */
export const attachmentSchema = z.object({
  uri: z.url().max(1000),
  mediaType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
});

/** Keys of the cases that an event belongs to, in the terms of the systems that keep them. */
export const caseReferencesShape = {
  workOrderReference: localReferenceSchema.optional(),
  leakReference: localReferenceSchema.optional(),
} as const;

export const householdMemberSchema = z.object({
  person: personReferenceSchema,
  responsible: z.boolean().meta({ title: 'Holds the tenancy' }),
});

/** Whose doing something was. Nothing that was only done is taken to be the resident's: `unknown` is a value of its own. */
export const partySchema = z.enum(['resident', 'landlord', 'contractor', 'unknown']);

/** How somebody was reached for, and whose fault it was that nothing came of it, where that is said. */
export const attemptShape = {
  channel: z.enum(['visit', 'call', 'sms', 'email', 'letter', 'other']).optional(),
  fault: partySchema.optional().meta({ title: 'Whose fault, by whoever says so; absent when nobody did' }),
} as const;
