import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import { localReferenceSchema } from '../reference.ts';

const leak = {
  leakReference: localReferenceSchema,
  recordedBy: staffSchema.optional(),
  note: sealedTextSchema.optional(),
};
/** A leak concerns the home it comes into, the home it seems to come from and the block that both are in. */
const reaches = ['home', 'source', 'block'] as const;

/** What the hub calls a leak that its source has no reference for: the day of its first report, and enough of that report's id. */
const hubsReference = /^leak-\d{4}-\d{2}-\d{2}-[0-9a-f]{6}$/;

/** Whether a reference is the hub's own, of a leak that its source has none for. */
export function isHubsLeakReference(reference: string): boolean {
  return hubsReference.test(reference);
}

export const leakEvents = [
  defineEvent({
    type: 'housing.leak.reported.v1',
    title: 'Water is coming into a home',
    classification: 'personal',
    reaches,
    data: {
      ...leak,
      room: phraseSchema.optional(),
      nearElectrics: z.boolean().optional(),
    },
  }),
  defineEvent({
    type: 'housing.leak.contained.v1',
    title: 'The water was stopped or contained; the cause may be unknown',
    classification: 'personal',
    reaches,
    data: leak,
  }),
  defineEvent({
    type: 'housing.leak.electrics-isolated.v1',
    title: 'Electrics were switched off for safety because of a leak',
    classification: 'personal',
    reaches: ['home'],
    data: { ...leak, circuits: phraseSchema.optional() },
  }),
  defineEvent({
    type: 'housing.leak.electrics-reinstated.v1',
    title: 'The electrics work again',
    classification: 'personal',
    reaches: ['home'],
    data: leak,
  }),
  defineEvent({
    type: 'housing.leak.traced.v1',
    title: 'The cause of a leak was found',
    classification: 'personal',
    reaches,
    data: { ...leak, cause: phraseSchema },
  }),
  defineEvent({
    type: 'housing.leak.dried.v1',
    title: 'The home is dry enough to make good',
    classification: 'personal',
    reaches,
    data: { ...leak, moisturePercent: z.number().min(0).max(100).optional() },
  }),
  defineEvent({
    type: 'housing.leak.resolved.v1',
    title: 'The leak is over: cause dealt with',
    classification: 'personal',
    reaches,
    data: { ...leak, cause: phraseSchema.optional() },
  }),
  defineEvent({
    type: 'housing.leak.noted.v1',
    title:
      'Something was said of a leak that its source has no reference for: it is the one then open at the home',
    classification: 'personal',
    reaches,
    data: {
      ...leak,
      leakReference: localReferenceSchema
        .optional()
        .meta({ title: 'The hub’s own reference of it, where the source names it so' }),
      step: z.enum([
        'reported',
        'contained',
        'electrics-isolated',
        'electrics-reinstated',
        'traced',
        'dried',
        'resolved',
      ]),
      room: phraseSchema.optional(),
      nearElectrics: z.boolean().optional(),
      circuits: phraseSchema.optional(),
      cause: phraseSchema.optional(),
      moisturePercent: z.number().min(0).max(100).optional(),
    },
  }),
] as const;
