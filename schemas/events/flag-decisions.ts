import * as z from 'zod';
import { defineEvent } from '../event-definition.ts';
import { flagCodeSchema } from '../flags.ts';
import { officerSchema } from '../officers.ts';
import { sealedTextSchema } from '../parts.ts';
import { dateSchema, instantSchema, localReferenceSchema } from '../reference.ts';
import { enteredInError } from './flag.ts';

const common = {
  classification: 'special-category',
  reaches: ['home', 'person'],
} as const;

/** The flag that an officer decides about, and the officer. */
const decision = {
  code: flagCodeSchema,
  tenancyReference: localReferenceSchema.optional(),
  decidedBy: officerSchema,
} as const;

/**
 * What officers decide about flags, through the hub: `source` is `urn:lintel:system:officers`. What they raise is a
 * `housing.flag.asserted.v1` with `raisedBy` and a `localReference` of its own.
 */
export const flagDecisionEvents = [
  defineEvent({
    ...common,
    type: 'housing.flag.approved.v1',
    title: 'A second officer approves what officers raised or proposed up to then',
    data: { ...decision, reason: sealedTextSchema.optional() },
  }),
  defineEvent({
    ...common,
    type: 'housing.flag.refused.v1',
    title: 'An officer refuses what officers raised or proposed up to then, or that it is cleared',
    data: {
      ...decision,
      refuses: z.enum(['raising', 'clearance']),
      reason: sealedTextSchema,
    },
  }),
  defineEvent({
    ...common,
    type: 'housing.flag.reviewed.v1',
    title: 'An officer looked at a flag again: it holds, until it is to be looked at once more',
    data: { ...decision, until: dateSchema, reason: sealedTextSchema },
  }),
  defineEvent({
    ...common,
    type: 'housing.flag.clearance-requested.v1',
    title: 'An officer asks a second one to agree that a flag is cleared, because work is open there',
    data: {
      ...decision,
      reason: sealedTextSchema,
      until: dateSchema
        .optional()
        .meta({ title: 'Of a rule’s flag: the day on which the rule is believed again' }),
      enteredInError,
    },
  }),
  defineEvent({
    ...common,
    type: 'housing.flag.clearance-decided.v1',
    title: 'A flag is cleared by decision: what anybody said of it up to then counts no more',
    data: {
      ...decision,
      reason: sealedTextSchema,
      approvedBy: officerSchema
        .optional()
        .meta({ title: 'The second officer, where work is open: never the one who decided' }),
      until: dateSchema
        .optional()
        .meta({ title: 'For a flag of a rule: the day on which the rule is believed again' }),
      enteredInError,
    },
  }),
  defineEvent({
    ...common,
    type: 'housing.flag.person-told.v1',
    title: 'The person was told of the flag, or why they are not',
    data: {
      ...decision,
      told: z.union([
        z.object({ informedAt: instantSchema }),
        z.object({ notInformedBecause: sealedTextSchema }),
      ]),
    },
  }),
] as const;
