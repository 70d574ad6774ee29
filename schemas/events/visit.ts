import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import {
  attachmentSchema,
  attemptShape,
  caseReferencesShape,
  partySchema,
  phraseSchema,
  sealedTextSchema,
  staffSchema,
} from '../parts.ts';

const reaches = ['home'] as const;

export const visitEvents = [
  defineEvent({
    type: 'housing.visit.carried-out.v1',
    title: 'Somebody visited and got in: what they found, or the fact that nothing was recorded',
    classification: 'personal',
    reaches,
    data: {
      ...caseReferencesShape,
      purpose: z.enum(['inspection', 'leak-trace', 'monitoring', 'void-inspection', 'other']),
      visitedBy: staffSchema.optional(),
      finding: sealedTextSchema.optional(),
      cause: phraseSchema.optional().meta({ title: 'Cause found; absent when none was' }),
      nextAction: phraseSchema.optional(),
      evidence: z.array(attachmentSchema).max(20),
    },
  }),
  defineEvent({
    type: 'housing.visit.access-attempted.v1',
    title: 'Somebody tried to get in, or to arrange to, and could not',
    classification: 'personal',
    reaches,
    data: {
      ...caseReferencesShape,
      method: z.enum(['visit', 'call', 'sms', 'email', 'letter']),
      outcome: z.enum(['no-answer', 'refused', 'rebooked-by-resident', 'rebooked']),
      party: partySchema.optional().meta({ title: 'Of what was rebooked: who moved it' }),
      fault: attemptShape.fault,
      attemptedBy: staffSchema.optional(),
      cardLeft: z.boolean().optional(),
      note: sealedTextSchema.optional(),
    },
  }),
] as const;
