import * as z from 'zod';
import { agreementSchema } from '../../../schemas/flags/agreement.ts';
import { flagSchema } from '../../../schemas/flags.ts';
import { instantSchema, uprnSchema } from '../../../schemas/reference.ts';
import { placeSchema } from '../../core/identity/place.ts';
import { propertyViewSchema } from '../../core/views/property-schema.ts';
import { timelineEntrySchema } from '../../core/views/timeline.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';
import { isPeriod, noPeriod, timestampParameter } from '../../shell/http/timestamp.ts';

/** Filters of a timeline. */
export const timelineQuery = z
  .object({
    from: timestampParameter.optional().meta({ description: 'Happened at or after this date or instant' }),
    until: timestampParameter.optional().meta({ description: 'Happened before this date or instant' }),
    type: z
      .string()
      .regex(/^[a-z]+(\.[a-z-]+)*(\.v\d+)?$/)
      .optional()
      .meta({ description: 'A subject such as `repair`, or a whole event type', example: 'repair' }),
    limit: pageLimit({ most: 200, usual: 50 }),
    cursor: z.string().max(400).optional().meta({ description: 'What the last page gave as `next`' }),
  })
  .refine(isPeriod, noPeriod);

/** How many references are named that are near the one that was typed. */
export const mostNear = 10;

const ways = ['reference', 'postcode', 'address'] as const;

/** Exactly one way to look for a property. */
export const searchQuery = z
  .strictObject({
    reference: z.string().trim().min(1).max(100).optional().meta({
      description:
        'What any source system calls a home, a job, planned works, a complaint, a claim or a leak',
      example: '00047104',
    }),
    system: z
      .string()
      .optional()
      .meta({ description: 'With `reference`: look in this system’s references only' }),
    postcode: z
      .string()
      .trim()
      .min(5)
      .max(9)
      .optional()
      .meta({ description: 'All homes of a postcode', example: 'SE15 4PT' }),
    address: z
      .string()
      .trim()
      .min(3)
      .max(300)
      .optional()
      .meta({ description: 'An address as people write it', example: 'Flat 4, Larch Hse' }),
  })
  .refine(query => ways.filter(way => query[way] !== undefined).length === 1, {
    message: `give exactly one of ${ways.join(', ')}`,
    path: ['query'],
  })
  .refine(({ system, reference }) => system === undefined || reference !== undefined, {
    message: 'goes with reference only',
    path: ['system'],
  });

/** The headers of an answer about one home. */
export const homeAnswerHeaders = z.object({
  'break-glass': z
    .literal('recorded')
    .optional()
    .meta({ description: 'This answer withholds nothing, as asked' }),
});

export const propertyResponse = propertyViewSchema.meta({ id: 'Property' });
export const timelineResponse = z
  .object({
    uprn: uprnSchema,
    entries: z.array(timelineEntrySchema),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'Timeline' });
/** Who says so, and why. */
export const flagBasisSchema = z.object({
  system: z.string(),
  since: instantSchema,
  localCode: z.string(),
  basis: z.string().optional(),
  basisWithheld: z
    .literal(true)
    .optional()
    .meta({ description: 'Something was written, and it is not for this role' }),
  assertedBy: z.string().optional(),
  approvedBy: z.string().optional(),
  incidentAt: instantSchema.optional(),
  agreement: agreementSchema
    .optional()
    .meta({ description: 'The consent or best-interest decision that it rests on' }),
});
export const flagsResponse = z.object({
  uprn: uprnSchema,
  flags: z.array(
    flagSchema.extend({
      basis: z
        .array(flagBasisSchema)
        .optional()
        .meta({ description: 'Who said so and why: for roles that need to know' }),
    }),
  ),
});
const foundCaseSchema = z.object({
  kind: z.string().meta({ examples: ['work-order', 'leak'] }),
  system: z.string(),
  reference: z.string(),
  uprn: uprnSchema,
  open: z.boolean().meta({ description: 'Whether it is open still' }),
});
const nearReferenceSchema = z.object({
  kind: z.string().meta({ description: 'What it is the reference of', examples: ['home', 'work-order'] }),
  system: z.string(),
  reference: z.string(),
});
export const searchResponse = z.object({
  properties: z.array(placeSchema),
  cases: z
    .array(foundCaseSchema)
    .optional()
    .meta({ description: 'With `reference`: the cases of that reference, and at which home each is' }),
  near: z.array(nearReferenceSchema).max(mostNear).optional().meta({
    description: 'With `reference`, where nothing has it: those that differ in zeros, spaces or signs alone',
  }),
});
