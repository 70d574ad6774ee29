import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { caseReferencesShape, phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import { instantSchema, localReferenceSchema } from '../reference.ts';

const reaches = ['home'] as const;

/** The hazards that the first and second phases of SI 2025/1042 name. */
export const hazardKindSchema = z.enum([
  'damp-and-mould',
  'excess-cold',
  'excess-heat',
  'falls',
  'structural-collapse',
  'fire',
  'electrical',
  'hygiene',
  'other',
]);
export type HazardKind = z.infer<typeof hazardKindSchema>;

/** What an investigation found. */
export const hazardResultSchema = z.enum(['emergency', 'significant', 'none']);

/** Why a hazard was closed. */
export const hazardOutcomeSchema = z.enum(['remedied', 'no-hazard', 'entered-in-error', 'no-access']);

const hazard = {
  hazard: hazardKindSchema,
  hazardReference: localReferenceSchema.optional().meta({
    title: 'Which occurrence, by the reference that the hub shows; without one, the one that is open',
  }),
  ...caseReferencesShape,
};

export const hazardEvents = [
  defineEvent({
    type: 'housing.hazard.suspected.v1',
    title: 'Somebody reported or noticed a possible hazard',
    classification: 'special-category',
    reaches,
    data: {
      ...hazard,
      severity: hazardResultSchema.optional().meta({
        title: 'How severe whoever suspects it says it is: what an investigation finds is its result',
      }),
      room: phraseSchema.optional(),
      note: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.hazard.investigated.v1',
    title: 'A hazard investigation was concluded',
    classification: 'personal',
    reaches,
    data: {
      ...hazard,
      result: hazardResultSchema,
      investigator: staffSchema.optional(),
      finding: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.hazard.summary-sent.v1',
    title: 'The written summary of an investigation was sent to the tenant',
    classification: 'operational',
    reaches,
    data: { ...hazard, sentAt: instantSchema.optional() },
  }),
  defineEvent({
    type: 'housing.hazard.made-safe.v1',
    title: 'A hazard was made safe',
    classification: 'operational',
    reaches,
    data: hazard,
  }),
  defineEvent({
    type: 'housing.hazard.works-started.v1',
    title: 'The works that are to end a hazard were begun',
    classification: 'operational',
    reaches,
    data: hazard,
  }),
  defineEvent({
    type: 'housing.hazard.works-completed.v1',
    title: 'The works that were to end a hazard are done',
    classification: 'operational',
    reaches,
    data: hazard,
  }),
  defineEvent({
    type: 'housing.hazard.closed.v1',
    title: 'A hazard was closed, and why; one that was closed for want of access stays open',
    classification: 'personal',
    reaches,
    data: {
      ...hazard,
      outcome: hazardOutcomeSchema,
      note: sealedTextSchema.optional(),
    },
  }),
] as const;
