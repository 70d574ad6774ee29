import * as z from 'zod';
import { flagCodeSchema } from '../../../schemas/flags.ts';
import { instantSchema, localReferenceSchema } from '../../../schemas/reference.ts';
import { driftKinds } from '../../core/delivery/drift.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';

/** As a system holds it: it may be the id of no flag that ever was. */
const heldIdSchema = z
  .string()
  .regex(/^[\x21-\x7e]{1,1000}$/, 'a flag’s id is ASCII without spaces; what has none goes under `own`')
  .meta({ description: 'The flag’s id as in the hub’s messages', example: 'asbestos~property~200000471104' });
const versionSchema = z.int().positive().meta({ example: 42 });

/** Everything that a system holds. */
export const flagSetSchema = z
  .object({
    flags: z.array(z.object({ id: heldIdSchema, version: versionSchema })),
    own: z
      .array(z.object({ localReference: localReferenceSchema, code: z.string().max(100).optional() }))
      .max(5_000)
      .default([])
      .meta({ description: 'Warnings that it shows and has not from the hub, by its own reference' }),
  })
  .meta({ id: 'FlagSet' });

const messageShape = {
  id: heldIdSchema,
  version: versionSchema,
  contentType: z.string(),
  message: z.unknown().meta({ description: 'What the hub would send it, in the system’s own format' }),
};
const countSchema = z.int().nonnegative();

/** What a system has to change so that it holds what it is owed. */
export const flagSetResponse = z
  .object({
    same: countSchema.meta({ description: 'How many are as they should be' }),
    counts: z.object({ raise: countSchema, update: countSchema, remove: countSchema }),
    raise: z.array(z.object(messageShape)),
    update: z.array(z.object(messageShape)),
    remove: z.array(
      z.union([
        z.object(messageShape),
        z.object({ id: heldIdSchema }).meta({ description: 'The hub never had such a flag' }),
        z.object({ localReference: localReferenceSchema }).meta({
          description: 'No flag of the hub’s: assert it, so that the others know too, or take it away',
        }),
      ]),
    ),
    complete: z.boolean().meta({
      description: 'False: there is more than one answer holds. Do this much, and send the whole set again',
    }),
  })
  .meta({ id: 'FlagSetAnswer' });

/** What was put into a system's queue. */
export const resendResponse = z
  .object({
    raise: countSchema,
    update: countSchema,
    remove: countSchema,
    complete: z.boolean().meta({ description: 'False: there is more. Ask again once these are delivered' }),
  })
  .meta({ id: 'Resent' });

/** Which drift is wanted, and how much of the detail. */
export const driftQuery = z.object({
  system: z.string().optional().meta({ description: 'This system alone', example: 'repairs' }),
  limit: pageLimit({ most: 200, usual: 20, least: 0 }),
  cursor: z
    .string()
    .max(2_000)
    .optional()
    .meta({ description: 'What the last page of one system gave as `next`' }),
});

const differenceSchema = z.object({
  kind: z.enum(driftKinds),
  id: heldIdSchema.optional(),
  code: flagCodeSchema.optional(),
  localReference: localReferenceSchema.optional().meta({ description: 'Of a warning of the system’s own' }),
  since: instantSchema,
});

/** Of each system how far what it holds is from what it is owed. */
export const driftResponse = z
  .object({
    at: instantSchema,
    systems: z.array(
      z.object({
        system: z.string(),
        owed: countSchema.meta({ description: 'Flags in force that its team may know of' }),
        missing: countSchema,
        stale: countSchema.meta({ description: 'Held in an older version' }),
        extra: countSchema.meta({ description: 'Held, and owed by nobody' }),
        oldest: instantSchema.optional().meta({
          description: 'Since when the longest missing or stale one has been so',
        }),
        differences: z.array(differenceSchema).meta({ description: 'The longest first' }),
        next: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Drift' });
