import * as z from 'zod';
import { flagIdSchema } from './flag-life.ts';
import { instantSchema, subjectSchema, systemNameSchema } from './reference.ts';

/** The hub's own CloudEvents source. */
export const hubSource = 'urn:lintel:hub';
/** Every source system's CloudEvents source begins with this. */
export const systemSourcePrefix = 'urn:lintel:system:';

const sourceSchema = z
  .string()
  .regex(/^urn:lintel:(hub|system:[a-z][a-z0-9-]{1,30})$/)
  .meta({ title: 'Who says it', examples: ['urn:lintel:system:repairs'] });

export const eventIdSchema = z.uuid().meta({ title: 'Derived id: the same news has the same id' });

export const classificationSchema = z
  .enum(['operational', 'personal', 'special-category'])
  .meta({ title: 'Most sensitive thing in the data' });
export type Classification = z.infer<typeof classificationSchema>;

/** What the hub says of something in quarantine is about that thing: which home it concerns may not be known. */
export const quarantineSubjectSchema = z
  .templateLiteral(['quarantine/', z.uuid()])
  .meta({ title: 'Something in quarantine', examples: ['quarantine/0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e'] });

/** What the hub says of a source system itself is about that system. */
export const systemSubjectSchema = z
  .templateLiteral(['system/', systemNameSchema])
  .meta({ title: 'A source system', examples: ['system/repairs'] });

/**
 * How sure the hub is of `time`: the source gave an offset, it gave none and Europe/London was assumed, it gave a date only
 * and the start of that day in London was taken, or it gave nothing and it is when the hub heard.
 */
export const timeBasisSchema = z.enum(['offset', 'london-assumed', 'date-only', 'heard']);
export type TimeBasis = z.infer<typeof timeBasisSchema>;

/** The largest event detail that the hub accepts, in bytes of UTF-8 JSON: EventBridge bills by 64 KB. */
export const maximumDetailBytes = 64 * 1024;

/** The attributes that every event carries: CloudEvents 1.0 and this hub's extensions. */
export const envelopeShape = {
  specversion: z.literal('1.0'),
  id: eventIdSchema,
  source: sourceSchema,
  subject: subjectSchema,
  time: instantSchema.meta({ title: 'When it happened' }),
  recordedtime: instantSchema.meta({ title: 'When the hub heard' }),
  timebasis: timeBasisSchema,
  datacontenttype: z.literal('application/json'),
  correlationid: eventIdSchema.meta({ title: 'The first event of the chain' }),
  causationid: eventIdSchema.meta({ title: 'The event that led to this one; its own id at the root' }),
  attempt: z
    .int()
    .min(1)
    .optional()
    .meta({ title: 'Which time it was sent on from quarantine, where it came from there' }),
  entryid: eventIdSchema
    .optional()
    .meta({ title: 'The entry of the source system that it comes of, where a later entry can correct it' }),
  observedtime: instantSchema.optional().meta({
    title:
      'When its source was last seen to say so, where that is not when it happened: in a full extract, or in a message about another day',
  }),
  inferredfrom: z.enum(['absence', 'presence']).optional().meta({
    title:
      'No source said this anew: it follows from a row that its full extract no longer has (absence), or still has (presence)',
  }),
  corrects: eventIdSchema
    .optional()
    .meta({ title: 'The entry or event that this one corrects: what came of that one no longer counts' }),
  learntkey: eventIdSchema.optional().meta({
    title:
      'By what its home was found, where that was a key whose meaning somebody taught the hub: forgotten, it counts there no more',
  }),
  echoof: flagIdSchema
    .optional()
    .meta({ title: 'The flag that its source was told, and says no more than: it is no source of it' }),
  partitionkey: z.string().min(1).max(128).meta({ title: 'The key that keeps one home’s events together' }),
  dataclassification: classificationSchema,
} as const;

/** `urn:lintel:schema:<type>` names the JSON Schema in `schemas/json/<type>.json`. */
export function dataSchemaOf<T extends string>(type: T): `urn:lintel:schema:${T}` {
  return `urn:lintel:schema:${type}`;
}
