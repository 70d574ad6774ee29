import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { dateSchema, personReferenceSchema } from '../reference.ts';

export const personEvents = [
  defineEvent({
    type: 'housing.person.details-recorded.v1',
    title: 'A person’s name and particulars, as their own system keeps them',
    classification: 'personal',
    reaches: ['person'],
    data: {
      person: personReferenceSchema,
      name: z.string().trim().min(1).max(200),
      dateOfBirth: dateSchema.optional(),
    },
  }),
] as const;
