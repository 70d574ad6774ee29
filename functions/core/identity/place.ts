import * as z from 'zod';
import { uprnSchema } from '../../../schemas/reference.ts';

/**
 * How a place stands in the gazetteer, in words for BS 7666's logical status: approved (1), provisional (6: not built or
 * not settled yet), retired (8, historic: demolished, merged with others or split up).
 */
const placeStatusSchema = z.enum(['approved', 'provisional', 'retired']);
export type PlaceStatus = z.infer<typeof placeStatusSchema>;

/** A property as the gazetteer knows it. */
export const placeSchema = z.object({
  uprn: uprnSchema,
  status: placeStatusSchema,
  address: z.string(),
  alternativeAddresses: z.array(z.string()).optional().meta({
    description:
      'What else it is or was called (BS 7666 logical status 3, and 8 of a home that still stands)',
  }),
  postcode: z.string(),
  usrn: z.string().optional().meta({ description: 'Unique street reference number' }),
  blockUprn: uprnSchema.optional(),
  floor: z.string().optional(),
  stack: z.string().optional(),
  references: z.record(z.string(), z.array(z.string())),
  succeededBy: z.array(uprnSchema).optional().meta({
    description: 'The homes that a retired one was merged or split up into; absent where it was demolished',
  }),
});
export type Place = z.infer<typeof placeSchema>;
