import * as z from 'zod';
import { dataSchemaOf, envelopeShape, systemSubjectSchema } from '../envelope.ts';
import { instantSchema, systemNameSchema } from '../reference.ts';

const type = 'housing.system.behind.v1';
const title = 'A system has not held what it is owed for half an hour';
const count = (what: string) => z.int().nonnegative().meta({ title: what });

/** What the hub says of a system itself. */
export const hubSystemEvents = [
  {
    type,
    title,
    classification: 'operational',
    reaches: [],
    schema: z
      .object({
        ...envelopeShape,
        subject: systemSubjectSchema,
        type: z.literal(type),
        dataschema: z.literal(dataSchemaOf(type)),
        data: z.object({
          system: systemNameSchema,
          missing: count('Warnings that it is owed and does not hold'),
          stale: count('Warnings that it holds in an older version'),
          extra: count('Warnings that it holds and nobody owes it'),
          since: instantSchema.meta({ title: 'Since when the longest of them has been so' }),
        }),
      })
      .meta({ title }),
  },
] as const;
