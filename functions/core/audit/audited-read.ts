import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';
import { type Detail, type Disclosure, detailSchema } from '../views/disclosure.ts';

/** Who reads, when, through what and why. */
const readingSchema = z.object({
  readId: z.string().min(1).meta({ description: 'One for each request that was answered' }),
  at: instantSchema,
  officer: z.string().min(1).meta({ description: 'The subject of the token' }),
  role: z.string().min(1).meta({
    description:
      'The role in which they read; several are parted by spaces: what is for any of them was shown',
  }),
  endpoint: z.string().meta({ examples: ['GET /v1/properties/{uprn}/flags'] }),
  purpose: z.string().optional().meta({ description: 'What the officer said the read was for' }),
  brokeGlass: z.string().optional().meta({ description: 'The reason that was given for seeing everything' }),
});
export type Reading = z.infer<typeof readingSchema>;

/** That somebody was shown kinds of personal detail about somebody or something. */
export const auditedReadSchema = readingSchema.extend({
  about: z.string().meta({
    description: 'Whom or what the detail is of',
    examples: ['person/tenancy:7d1f3c1e', 'property/200000471104'],
  }),
  details: z.array(detailSchema),
});
export type AuditedRead = z.infer<typeof auditedReadSchema>;

/**
 * What has to be written down of a read before it is answered: one row for what was asked about, with everything that the
 * answer shows, and one for everybody else whom it shows something of. Nothing, when the answer shows nothing personal;
 * but break-glass access is written down whatever it showed.
 */
export function auditedReads(
  reading: Reading,
  asked: string,
  disclosed: readonly Disclosure[],
): AuditedRead[] {
  if (disclosed.length === 0 && reading.brokeGlass === undefined) return [];
  const others = Map.groupBy(
    disclosed.filter(({ about }) => about !== asked),
    ({ about }) => about,
  );
  return [
    { ...reading, about: asked, details: kindsIn(disclosed) },
    ...[...others].map(([about, own]) => ({ ...reading, about, details: kindsIn(own) })),
  ];
}

function kindsIn(disclosed: readonly Disclosure[]): Detail[] {
  return [...new Set(disclosed.map(({ detail }) => detail))].sort();
}
