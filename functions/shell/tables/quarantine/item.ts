import * as z from 'zod';
import { eventIdSchema } from '../../../../schemas/envelope.ts';
import { refusalReasonSchema } from '../../../../schemas/events/quarantine.ts';
import { instantSchema, personReferenceSchema, uprnSchema } from '../../../../schemas/reference.ts';

/** Kept until somebody says what to do; that was said; sent on its way in once more. */
export const quarantineStateSchema = z.enum(['waiting', 'resolved', 'resubmitted']);
export type QuarantineState = z.infer<typeof quarantineStateSchema>;

/** One thing that is wrong: where, what, and what was expected. */
const refusalProblemSchema = z.object({
  path: z.string(),
  message: z.string(),
  expected: z.string().optional(),
  received: z.string().optional(),
});
export type RefusalProblem = z.infer<typeof refusalProblemSchema>;

/** A home that may be meant, best first. */
const keptCandidateSchema = z.object({
  uprn: uprnSchema,
  address: z.string().optional(),
  score: z.number().min(0).max(1).optional().meta({ description: 'From 0 to 1' }),
  reasons: z.array(z.string()),
});
export type KeptCandidate = z.infer<typeof keptCandidateSchema>;

/** Who said what to do with an item, and when. The hub says so itself when what an item waited for came to be known. */
export const resolutionSchema = z.object({
  at: instantSchema,
  by: z.union([
    z.object({ officer: z.string(), role: z.string() }),
    z.object({ because: z.string().meta({ description: 'The item or event that answered it' }) }),
  ]),
  uprn: uprnSchema.optional(),
  person: personReferenceSchema.optional(),
  corrected: z.literal(true).optional().meta({ description: 'The payload was replaced' }),
  forgotten: z.literal(true).optional().meta({ description: 'What it was answered by was forgotten' }),
});
const keptResolutionSchema = resolutionSchema.extend({
  /** Of an officer's request: the same again is answered the same. */
  request: z.object({ key: z.string(), fingerprint: z.string() }).optional(),
  /** What the item waited for when it was answered. */
  answers: z.string().optional(),
});
export type KeptResolution = z.infer<typeof keptResolutionSchema>;

/** What a list shows of an item. */
export const quarantineSummarySchema = z.object({
  id: eventIdSchema,
  system: z.string(),
  state: quarantineStateSchema,
  reason: refusalReasonSchema,
  problems: z.array(refusalProblemSchema),
  receivedAt: instantSchema,
  row: z.int().optional().meta({ description: 'Of a sheet or an array' }),
  eventType: z.string().optional(),
  key: z
    .string()
    .optional()
    .meta({ description: 'What it waits for; all with one key are re-submitted together' }),
  candidates: z.array(keptCandidateSchema).optional(),
  soughtAt: uprnSchema
    .optional()
    .meta({ description: 'The home among whose household the person is sought' }),
  resolutions: z.array(keptResolutionSchema).default([]),
});
export type QuarantineSummary = z.infer<typeof quarantineSummarySchema>;

/** An item of the quarantine table. */
export const quarantineItemSchema = quarantineSummarySchema.extend({
  payload: z.string(),
  contentType: z.string(),
  /** What an officer put in the payload's place. */
  corrected: z.object({ payload: z.string(), contentType: z.string() }).optional(),
});
export type QuarantineItem = z.infer<typeof quarantineItemSchema>;

/** The keys of the list: a system's items in one state, by when the hub heard them. */
export function listedAs(
  state: QuarantineState,
  { system, receivedAt, id }: { system: string; receivedAt: string; id: string },
) {
  return { listedIn: listOf(system, state), listed: `${receivedAt}#${id}` };
}

/** The partition of the list in which a system's items of one state are. */
export function listOf(system: string, state: QuarantineState): string {
  return `${system}#${state}`;
}

/**
 * The media type of an event that came to a home by a key that is forgotten: with the key, so that it can go to the home that
 * the key is found to mean.
 */
export const unmatchedContentType = 'application/vnd.lintel.unmatched-event+json';

/** The media type of what was said of a person by a key that is forgotten, with the key. */
export const mistakenContentType = 'application/vnd.lintel.mistaken-person+json';

/** The media type of an event in the shared language (CloudEvents, HTTP protocol binding), kept as `record` refused it. */
export const eventContentType = 'application/cloudevents+json';
