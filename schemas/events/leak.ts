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
] as const;
