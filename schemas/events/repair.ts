import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import {
  attachmentSchema,
  attemptShape,
  partySchema,
  phraseSchema,
  sealedTextSchema,
  staffSchema,
} from '../parts.ts';
import { instantSchema, localReferenceSchema } from '../reference.ts';

const workOrder = { workOrderReference: localReferenceSchema };
const reaches = ['home'] as const;

/** HACT work priorities 1 to 5. */
const prioritySchema = z.enum(['emergency', 'high', 'medium', 'low', 'deferred']);

export const repairEvents = [
  defineEvent({
    type: 'housing.repair.raised.v1',
    title: 'A work order was raised',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      priority: prioritySchema,
      trade: phraseSchema.optional(),
      contractor: phraseSchema.optional(),
      requiredBy: instantSchema.optional(),
      reportedAt: instantSchema
        .optional()
        .meta({ title: 'When the resident reported it, where that was not when it was raised' }),
      awaabsLaw: z
        .boolean()
        .optional()
        .meta({ title: 'Whether it was raised as damp and mould under SI 2025/1042' }),
      description: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.appointed.v1',
    title: 'A visit for a work order was appointed',
    classification: 'operational',
    reaches,
    data: {
      ...workOrder,
      from: instantSchema,
      until: instantSchema.optional(),
      assignedTo: staffSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.rebooked.v1',
    title: 'An appointment was moved, or taken off where it has no other day',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      askedBy: partySchema,
      ...attemptShape,
      from: instantSchema.optional(),
      reason: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.attended.v1',
    title: 'Somebody attended for a work order and got in',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      outcome: z.enum(['made-safe', 'inspected', 'worked-on', 'incomplete']),
      attendedBy: staffSchema.optional(),
      finding: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.no-access-recorded.v1',
    title: 'Nobody let the operative in',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      inPerson: z.boolean(),
      ...attemptShape,
      cardLeft: z.boolean().optional(),
      attendedBy: staffSchema.optional(),
      note: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.follow-on-required.v1',
    title: 'More work is needed than this work order covers',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      trade: phraseSchema.optional(),
      emergency: z.boolean().optional(),
      requirement: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.completed.v1',
    title: 'A work order was closed as complete, with whatever evidence there is',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      operative: staffSchema.optional(),
      evidence: z.array(attachmentSchema).max(20),
      residentConfirmed: z.boolean().optional(),
      note: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.repair.cancelled.v1',
    title: 'A work order was cancelled',
    classification: 'personal',
    reaches,
    data: { ...workOrder, reason: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.repair.closed.v1',
    title: 'A work order is not open any more; whether it was done or cancelled is not said',
    classification: 'operational',
    reaches,
    data: workOrder,
  }),
  defineEvent({
    type: 'housing.repair.note-added.v1',
    title: 'Something was noted about a work order that no other event says',
    classification: 'personal',
    reaches,
    data: {
      ...workOrder,
      about: phraseSchema,
      note: sealedTextSchema.optional(),
      evidence: z.array(attachmentSchema).max(20).optional(),
    },
  }),
] as const;
