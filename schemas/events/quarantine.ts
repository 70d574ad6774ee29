import * as z from 'zod';
import { dataSchemaOf, envelopeShape, eventIdSchema, quarantineSubjectSchema } from '../envelope.ts';
import { instantSchema, localReferenceSchema, systemNameSchema } from '../reference.ts';

/** Why something was refused. `never-raised` is the closing of a case that the hub never heard opened. */
export const refusalReasonSchema = z.enum(['invalid', 'unmatched', 'ambiguous', 'amended', 'never-raised']);
export type RefusalReason = z.infer<typeof refusalReasonSchema>;

/** What is seen only when the sender has had its answer: its system is told. */
export const seenAfterwards = ['amended', 'never-raised'] as const satisfies readonly RefusalReason[];

const type = 'housing.event.quarantined.v1';

/**
 * What the hub says when it keeps something in quarantine, or keeps it once more for another reason. It tells that there
 * is something and whose it is, never what: the content is one API call away for those who may read it.
 */
export const hubQuarantineEvents = [
  {
    type,
    title: 'The hub could not take something yet and keeps it',
    classification: 'operational',
    reaches: [],
    schema: z
      .object({
        ...envelopeShape,
        subject: quarantineSubjectSchema,
        type: z.literal(type),
        dataschema: z.literal(dataSchemaOf(type)),
        data: z.object({
          quarantineId: eventIdSchema,
          system: systemNameSchema,
          reason: refusalReasonSchema,
          eventType: z
            .string()
            .optional()
            .meta({ title: 'What it is of, where that is known', examples: ['housing.repair.completed.v1'] }),
          regarding: localReferenceSchema
            .optional()
            .meta({ title: 'The job, complaint or claim that it closes and that nobody opened' }),
          receivedAt: instantSchema.meta({ title: 'When the hub first heard it' }),
        }),
      })
      .meta({ title: 'The hub could not take something yet and keeps it' }),
  },
] as const;
