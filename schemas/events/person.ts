import * as z from 'zod';
import { encryptedSchema, personalText } from '../encrypted.ts';
import { defineEvent } from '../event-definition.ts';
import { officerSchema } from '../officers.ts';
import { sealedTextSchema } from '../parts.ts';
import { dateSchema, personReferenceSchema } from '../reference.ts';

/** Which person a key of another system means. A home hears it where the person was spoken of by that key alone. */
const known = {
  classification: 'personal',
  reaches: ['home', 'person'],
  data: {
    person: personReferenceSchema,
    knownAs: personReferenceSchema.meta({ title: 'The key by which another system names the person' }),
  },
} as const;

/** What an officer found two persons to be, and why. Each of them keeps it, so that either leads to the other. */
const same = {
  classification: 'personal',
  reaches: ['person'],
  data: {
    person: personReferenceSchema,
    other: personReferenceSchema,
    reason: sealedTextSchema,
    decidedBy: officerSchema,
  },
} as const;

/** What officers alone say of persons. */
export const personDecisionEvents = [
  defineEvent({
    ...same,
    type: 'housing.person.merged.v1',
    title: 'An officer found that two persons are one: from then on they are shown as one',
  }),
  defineEvent({
    ...same,
    type: 'housing.person.separated.v1',
    title: 'An officer found that two persons who were taken for one are two',
  }),
] as const;

export const personEvents = [
  defineEvent({
    ...known,
    type: 'housing.person.identified.v1',
    title: 'Somebody decided which person a key of another system means',
  }),
  defineEvent({
    ...known,
    type: 'housing.person.parted.v1',
    title: 'Somebody decided that a key of another system does not mean this person',
  }),
  defineEvent({
    type: 'housing.person.details-recorded.v1',
    title: 'A person’s name and particulars, as their own system keeps them',
    classification: 'personal',
    reaches: ['person'],
    data: {
      person: personReferenceSchema,
      name: personalText(200),
      dateOfBirth: z.union([dateSchema, encryptedSchema]).optional(),
    },
    encrypts: ['name', 'dateOfBirth'],
  }),
] as const;
