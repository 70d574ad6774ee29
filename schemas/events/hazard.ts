import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { caseReferencesShape, phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import { instantSchema } from '../reference.ts';

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
const hazard = { hazard: hazardKindSchema, ...caseReferencesShape };

export const hazardEvents = [
  defineEvent({
    type: 'housing.hazard.suspected.v1',
    title: 'Somebody reported or noticed a possible hazard',
    classification: 'special-category',
    reaches,
    data: { ...hazard, room: phraseSchema.optional(), note: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.hazard.investigated.v1',
    title: 'A hazard investigation was concluded',
    classification: 'personal',
    reaches,
    data: {
      ...hazard,
      result: z.enum(['emergency', 'significant', 'none']),
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
] as const;
