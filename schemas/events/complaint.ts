import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { phraseSchema, sealedTextSchema, staffSchema } from '../parts.ts';
import { dateSchema, localReferenceSchema } from '../reference.ts';

const complaint = { complaintReference: localReferenceSchema };
const promise = { ...complaint, promiseReference: localReferenceSchema };
const reaches = ['home'] as const;

/** Exactly two stages: the Complaint Handling Code 2024 allows no other (paragraphs 5.2 and 5.3). */
const stageSchema = z.literal([1, 2]);

export const complaintEvents = [
  defineEvent({
    type: 'housing.complaint.received.v1',
    title: 'A complaint was received',
    classification: 'personal',
    reaches,
    data: { ...complaint, about: phraseSchema.optional(), detail: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.complaint.acknowledged.v1',
    title: 'A stage of a complaint was acknowledged',
    classification: 'operational',
    reaches,
    data: { ...complaint, stage: stageSchema },
  }),
  defineEvent({
    type: 'housing.complaint.extended.v1',
    title: 'The response was put off, with a reason given to the resident',
    classification: 'personal',
    reaches,
    data: { ...complaint, stage: stageSchema, until: dateSchema, reason: sealedTextSchema },
  }),
  defineEvent({
    type: 'housing.complaint.responded.v1',
    title: 'A stage of a complaint was answered',
    classification: 'personal',
    reaches,
    data: {
      ...complaint,
      stage: stageSchema,
      decision: z.enum(['upheld', 'partly-upheld', 'not-upheld']),
      decidedBy: staffSchema.optional(),
      detail: sealedTextSchema.optional(),
    },
  }),
  defineEvent({
    type: 'housing.complaint.escalated.v1',
    title: 'The resident asked for stage 2',
    classification: 'personal',
    reaches,
    data: { ...complaint, detail: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.complaint.remedy-promised.v1',
    title: 'The landlord promised something by a date',
    classification: 'personal',
    reaches,
    data: { ...promise, dueOn: dateSchema, promise: sealedTextSchema },
  }),
  defineEvent({
    type: 'housing.complaint.remedy-delivered.v1',
    title: 'A promise was kept',
    classification: 'personal',
    reaches,
    data: { ...promise, evidence: sealedTextSchema.optional() },
  }),
  defineEvent({
    type: 'housing.complaint.ombudsman-notified.v1',
    title: 'The Housing Ombudsman took the complaint up',
    classification: 'operational',
    reaches,
    data: { ...complaint, ombudsmanReference: localReferenceSchema },
  }),
  defineEvent({
    type: 'housing.complaint.closed.v1',
    title: 'A complaint was closed',
    classification: 'operational',
    reaches,
    data: complaint,
  }),
  defineEvent({
    type: 'housing.complaint.dissatisfaction-expressed.v1',
    title: 'A resident said they were dissatisfied and nobody has called it a complaint yet',
    classification: 'personal',
    reaches,
    data: { about: phraseSchema.optional(), detail: sealedTextSchema },
  }),
  defineEvent({
    type: 'housing.complaint.entry-withdrawn.v1',
    title: 'An entry that the event corrects was made in error, and nothing takes its place',
    classification: 'personal',
    reaches,
    data: { reason: sealedTextSchema.optional() },
  }),
] as const;
