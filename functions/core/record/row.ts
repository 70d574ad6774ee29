import * as z from 'zod';
import { personReferenceSchema, systemNameSchema } from '../../../schemas/reference.ts';
import { factSchema } from './fact.ts';
import {
  assertedFlagSchema,
  decidedSchema,
  decisionKindSchema,
  flagIdentitySchema,
} from './flag-statement.ts';
import { occurrenceStepSchema } from './occurrence-steps.ts';
import { registerOf, stampSchema } from './registers.ts';

export const caseKindSchema = z.enum([
  'leak',
  'work-order',
  'tenancy',
  'enforcement',
  'accommodation',
  'complaint',
  'disrepair-claim',
  'works',
]);
export type CaseKind = z.infer<typeof caseKindSchema>;

/** One case with everything heard of it. Kept in a row of its own, so that the record stays small for ever. */
const caseRowSchema = z.object({
  row: z.literal('case'),
  kind: caseKindSchema,
  reference: z.string(),
  /** Nothing of it counts any more: it is called as what was corrected called it. */
  onlyCorrected: z.literal(true).exactOptional(),
  /** Which system said first that there is such a case. */
  opened: registerOf(systemNameSchema).exactOptional(),
  open: registerOf(z.boolean()).exactOptional(),
  /** When anything was last heard that shows it to be there still. */
  present: registerOf(z.literal(true)).exactOptional(),
  /** When it was last missing from its source's full extract: weaker than anything heard of it later. */
  missing: registerOf(z.literal(true)).exactOptional(),
  /** The latest openings and the last closing: a case that is opened again is open from then, and not from the first time. */
  openings: z.array(stampSchema).exactOptional(),
  closed: registerOf(z.literal(true)).exactOptional(),
  /** Whether an opening was heard that counts no more, because its entry was corrected. */
  openingCorrected: z.literal(true).exactOptional(),
  stage: registerOf(z.string()).exactOptional(),
  /** When the work was last said to be done without anything to show it, and when something last showed what became of it. */
  proofOwed: stampSchema.exactOptional(),
  proofGiven: stampSchema.exactOptional(),
  facts: z.record(z.string(), registerOf(factSchema)),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** What may come again without a reference of its own that tells one time from another. */
export const recurringKindSchema = z.enum(['hazard', 'leak']);
export type RecurringKind = z.infer<typeof recurringKindSchema>;

/** All that was said of one thing that recurs at a subject, whoever said it: a kind of hazard, say. */
const occurrencesRowSchema = z.object({
  row: z.literal('occurrences'),
  kind: recurringKindSchema,
  /** What of that kind it is, such as `damp-and-mould`. */
  of: z.string(),
  steps: z.array(occurrenceStepSchema),
});
export type OccurrencesRow = z.infer<typeof occurrencesRowSchema>;

/**
 * What one source system has said so far of one flag, under one reference of its own. Each reference has a row of its
 * own: a flag that comes and goes for years, under ever new references, costs the last time what it cost the first.
 */
const flagRowSchema = flagIdentitySchema.extend({
  row: z.literal('flag'),
  system: systemNameSchema,
  /** The source's own key of the person, where it is not the subject's. */
  knownAs: personReferenceSchema.exactOptional(),
  firstAsserted: registerOf(z.literal(true)).exactOptional(),
  lastAsserted: registerOf(assertedFlagSchema).exactOptional(),
  /** When the source last said that a second person had approved it. */
  lastApproved: registerOf(z.literal(true)).exactOptional(),
  /** When the source last took it back, and whether it then said that it had never been so. */
  lastWithdrawn: registerOf(z.union([z.literal(true), z.literal('entered-in-error')])).exactOptional(),
  /** When the row that says it was last seen to be in its source's full extract still. */
  lastConfirmed: registerOf(z.literal(true)).exactOptional(),
  /** When the case or alert that it was said of was last missing from its source's full extract. */
  lastMissing: registerOf(z.literal(true)).exactOptional(),
});
export type FlagRow = z.infer<typeof flagRowSchema>;

/** Of every kind of decision the latest. */
export const decisionsSchema = z.partialRecord(decisionKindSchema, registerOf(decidedSchema));

/**
 * What officers decided about one flag, and who spoke of it: one row a flag, however many sources and references it has.
 * Of every kind of decision the latest counts.
 */
const decisionsRowSchema = flagIdentitySchema.extend({
  row: z.literal('decisions'),
  /** Of each source: that it ever said that the flag holds, or when it last took back what it never said. */
  heard: z.record(z.string(), z.union([z.literal('asserted'), registerOf(z.literal(true))])),
  decided: decisionsSchema,
});
export type DecisionsRow = z.infer<typeof decisionsRowSchema>;

/** The note that an entry was corrected. It is there as soon as the correction is heard, even before the entry itself. */
export const correctionRowSchema = z.object({
  row: z.literal('correction'),
  /** The latest event that corrects it. */
  by: registerOf(z.literal(true)),
});
export type CorrectionRow = z.infer<typeof correctionRowSchema>;

/** What a fold keeps of a subject beside its record. */
export const rowSchema = z.discriminatedUnion('row', [
  caseRowSchema,
  occurrencesRowSchema,
  flagRowSchema,
  decisionsRowSchema,
  correctionRowSchema,
]);
export type Row = z.infer<typeof rowSchema>;
