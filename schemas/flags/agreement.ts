import * as z from 'zod';
import { staffSchema } from '../parts.ts';
import { dateSchema } from '../reference.ts';

/**
 * What a flag about somebody’s needs rests on beside the duty of its code: their consent (UK GDPR Art. 6(1)(a) and
 * 9(2)(a)), a decision in the best interests of somebody who cannot decide it (Mental Capacity Act 2005, s. 4), or, for
 * safeguarding alone, why it is held without their consent (Data Protection Act 2018, Sch. 1, para. 18(2)).
 */
export const agreementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('consent'), givenOn: dateSchema }),
  z.object({ kind: z.literal('best-interest'), decidedOn: dateSchema, decidedBy: staffSchema.optional() }),
  z.object({
    kind: z.literal('without-consent'),
    because: z.enum(['cannot-be-given', 'cannot-be-expected', 'would-prejudice-protection']),
  }),
]);
export type Agreement = z.infer<typeof agreementSchema>;
