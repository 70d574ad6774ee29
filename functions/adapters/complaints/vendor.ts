import * as z from 'zod';
import { dateSchema, localReferenceSchema } from '../../../schemas/reference.ts';
import {
  codeSchema,
  labelSchema,
  momentSchema,
  notOneOf,
  paddedUprnSchema,
  promiseSchema,
  proseSchema,
  stageSchema,
} from './fields.ts';
import { decisions, hazards } from './words.ts';

const entryShape = {
  entryId: z.string().trim().min(1).max(100).meta({ title: 'The case system’s id of this entry' }),
  recordedAt: momentSchema,
  uprn: paddedUprnSchema.optional(),
  address: z.string().trim().max(300).optional().meta({ title: 'One line, as the resident gave it' }),
};
const caseShape = { ...entryShape, caseReference: localReferenceSchema };

const entries = [
  z.object({
    ...caseShape,
    event: z.literal('received'),
    about: labelSchema.optional(),
    detail: proseSchema.optional(),
  }),
  z.object({ ...caseShape, event: z.literal('acknowledged'), stage: stageSchema }),
  z.object({
    ...caseShape,
    event: z.literal('extended'),
    stage: stageSchema,
    until: dateSchema,
    reason: proseSchema.min(1),
  }),
  z.object({
    ...caseShape,
    event: z.literal('responded'),
    stage: stageSchema,
    decision: codeSchema(decisions),
    detail: proseSchema.optional(),
    promises: z.array(promiseSchema).max(20).default([]),
  }),
  z.object({ ...caseShape, event: z.literal('escalated'), detail: proseSchema.optional() }),
  z.object({
    ...caseShape,
    event: z.literal('promiseKept'),
    promiseReference: localReferenceSchema,
    evidence: proseSchema.optional(),
  }),
  z.object({
    ...caseShape,
    event: z.literal('ombudsmanNotified'),
    ombudsmanReference: localReferenceSchema,
  }),
  z.object({ ...caseShape, event: z.literal('closed') }),
  z.object({
    ...entryShape,
    event: z.literal('dissatisfaction'),
    about: labelSchema.optional(),
    detail: proseSchema.min(1),
  }),
  z.object({
    ...entryShape,
    event: z.literal('hazardMentioned'),
    hazard: codeSchema(hazards),
    room: labelSchema.optional(),
    detail: proseSchema.optional(),
  }),
] as const;

const knownEvents = entries.map(entry => entry.shape.event.value);

/** One entry of the case log. */
export const entrySchema = z.discriminatedUnion('event', entries, {
  error: ({ code, input }) =>
    code === 'invalid_union' ? notOneOf((input as { event?: unknown }).event, knownEvents) : undefined,
});
export type Entry = z.output<typeof entrySchema>;
export type EntryEvent = Entry['event'];
/** The entry of one kind of event. */
export type EntryOf<E extends EntryEvent> = { [K in EntryEvent]: Extract<Entry, { event: K }> }[E];

/** The case system sends one entry, or an array of them. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
