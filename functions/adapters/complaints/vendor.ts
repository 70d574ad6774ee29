import * as z from 'zod';
import { staffSchema } from '../../../schemas/parts.ts';
import { localReferenceSchema } from '../../../schemas/reference.ts';
import { tidied } from '../kit/tidied.ts';
import { dayField, listField, momentField, textField, uprnField } from '../kit/vendor-fields.ts';
import { wordsField } from '../kit/word-field.ts';
import { notOneOf, promiseSchema, proseField, stageField, wordField } from './fields.ts';
import { flagCodes } from './flag-codes.ts';
import { decisions, hazardOutcomes, hazards } from './words.ts';

const entryIdField = z.string().trim().min(1).max(100);
const entryShape = {
  entryId: entryIdField.meta({ title: 'The case system’s id of this entry' }),
  corrects: entryIdField.optional().meta({ title: 'The entry that this one takes the place of' }),
  recordedAt: momentField,
  uprn: uprnField.optional(),
  address: textField(300).meta({ title: 'One line, as the resident gave it' }),
};
const caseShape = { ...entryShape, caseReference: localReferenceSchema };
const detail = textField(4000);
const about = textField(200);
const whichHazard = {
  hazard: wordField(hazards),
  hazardReference: localReferenceSchema
    .optional()
    .meta({ title: 'The hub’s reference of it; without one, the one that is open' }),
};
const markers = wordsField(flagCodes).refine(words => words.length > 0, 'expected a marker of the list');

const entries = [
  z.object({ ...caseShape, event: z.literal('received'), about, detail }),
  z.object({ ...caseShape, event: z.literal('acknowledged'), stage: stageField }),
  z.object({
    ...caseShape,
    event: z.literal('extended'),
    stage: stageField,
    until: dayField,
    reason: proseField,
  }),
  z.object({
    ...caseShape,
    event: z.literal('responded'),
    stage: stageField,
    decision: wordField(decisions),
    decidedBy: staffSchema.optional(),
    detail,
    promises: listField(promiseSchema, 20),
  }),
  z.object({ ...caseShape, event: z.literal('escalated'), detail }),
  z.object({
    ...caseShape,
    event: z.literal('promiseKept'),
    promiseReference: localReferenceSchema,
    evidence: detail,
  }),
  z.object({
    ...caseShape,
    event: z.literal('ombudsmanNotified'),
    ombudsmanReference: localReferenceSchema,
  }),
  z.object({ ...caseShape, event: z.literal('closed') }),
  z.object({ ...entryShape, event: z.literal('dissatisfaction'), about, detail: proseField }),
  z.object({ ...entryShape, event: z.literal('hazardMentioned'), ...whichHazard, room: about, detail }),
  z.object({ ...entryShape, event: z.literal('hazardWorksStarted'), ...whichHazard }),
  z.object({ ...entryShape, event: z.literal('hazardWorksCompleted'), ...whichHazard }),
  z.object({
    ...entryShape,
    event: z.literal('hazardClosed'),
    ...whichHazard,
    outcome: wordField(hazardOutcomes),
    detail,
  }),
  z.object({ ...entryShape, event: z.literal('warningRaised'), marker: markers, detail }),
  z.object({ ...entryShape, event: z.literal('warningEnded'), marker: markers, detail }),
  z.object({ ...entryShape, event: z.literal('enteredInError'), corrects: entryIdField, reason: detail }),
] as const;

const knownEvents = entries.map(entry => entry.shape.event.value);

/** One entry of the case log; a field that is null is a field that is missing. */
export const entrySchema = z.preprocess(
  entry => tidied(entry),
  z.discriminatedUnion('event', entries, {
    error: ({ code, input }) =>
      code === 'invalid_union' ? notOneOf((input as { event?: unknown }).event, knownEvents) : undefined,
  }),
);
export type Entry = z.output<typeof entrySchema>;
export type EntryEvent = Entry['event'];
/** The entry of one kind of event. */
export type EntryOf<E extends EntryEvent> = { [K in EntryEvent]: Extract<Entry, { event: K }> }[E];

/** The case system sends one entry, or an array of them. */
export function itemsOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) ? document : [document];
}
