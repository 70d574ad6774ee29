import * as z from 'zod';
import { conflictSchema } from '../../../schemas/flag-life.ts';
import { flagSchema } from '../../../schemas/flags.ts';
import { uprnSchema } from '../../../schemas/reference.ts';
import { placeSchema } from '../identity/place.ts';
import { comingSchema } from './coming.ts';
import { dueHereSchema } from './due-here.ts';
import { lastAttemptSchema, lastFindingSchema } from './last-seen.ts';
import { leakHereSchema } from './leaks-here.ts';
import { localTimeSchema } from './local-times.ts';

const countSchema = z.int().min(0);

const { severity, instruction, code, state, since: _since, reviewDue, ...ofFlag } = flagSchema.shape;

const flagAtTheDoorSchema = z.object({
  ...{ severity, instruction, code, state, since: localTimeSchema, reviewDue },
  ...ofFlag,
  conflict: conflictSchema.extend({ since: localTimeSchema }).optional(),
  clearanceRequested: localTimeSchema.optional(),
  changedAt: localTimeSchema,
});

const { uprn, status, succeededBy, address, alternativeAddresses, postcode, floor, stack, ...ofPlace } =
  placeSchema.omit({ blockUprn: true }).shape;

/** A home as it is read at its door: what to do first, then what brings somebody here, then what else is known. */
export const propertyViewSchema = z.object({
  asOf: localTimeSchema.meta({ description: 'When it was looked up: everything is as the hub knew it then' }),
  ...{ uprn, status, succeededBy, address, alternativeAddresses, postcode, floor, stack },
  flags: z.array(flagAtTheDoorSchema).meta({
    description: 'What to do: for the safety of staff first, then the most severe, the longest first',
  }),
  dueHere: z.array(dueHereSchema).meta({ description: 'The jobs that are open here, the soonest first' }),
  leaks: z.array(leakHereSchema),
  lastAttempt: lastAttemptSchema.optional().meta({ description: 'When somebody last tried to get in' }),
  lastFinding: lastFindingSchema.optional().meta({ description: 'What somebody last found here' }),
  openCases: z.array(
    z.object({
      kind: z.string(),
      system: z.string(),
      reference: z.string(),
      openedAt: localTimeSchema,
      openedOnDay: z.literal(true).optional().meta({ description: 'Its source gave the day and no time' }),
      stage: z.string().optional(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
  household: z.array(
    z.object({
      person: z.string(),
      alsoKnownAs: z
        .array(z.string())
        .optional()
        .meta({ description: 'The other keys of the same person, where officers found them to be one' }),
      responsible: z.boolean(),
      missingSince: localTimeSchema.optional().meta({
        description: 'Since when the list of tenancies has their tenancy no more: make sure who lives here',
      }),
      name: z.string().optional(),
    }),
  ),
  tenancies: z
    .array(
      z.object({
        tenure: z.string().optional().meta({ description: 'As its system calls it' }),
        tenureKind: z.string().optional(),
        since: localTimeSchema,
      }),
    )
    .meta({
      description: 'How the home is let now: several where the systems disagree, none where nobody said',
    }),
  coming: z
    .array(comingSchema)
    .meta({ description: 'What is to happen here, the soonest first: it takes effect by itself on its day' }),
  block: z.object({ uprn: uprnSchema, openLeaks: z.array(z.string()) }).optional(),
  succeeds: z
    .array(z.object({ uprn: uprnSchema, openCases: countSchema }))
    .optional()
    .meta({ description: 'The retired homes that this one succeeded; their records stay as they were' }),
  signals: z.object({
    leaks: countSchema,
    visits: countSchema,
    noAccess: countSchema,
    contacts: countSchema,
    complaints: countSchema,
    repairs: countSchema,
    events: countSchema,
  }),
  feeds: z
    .record(z.string(), localTimeSchema)
    .meta({ description: 'When each system last said something of this home' }),
  ...ofPlace,
});
