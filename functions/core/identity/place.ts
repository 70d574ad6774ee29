import * as z from 'zod';
import { uprnSchema } from '../../../schemas/reference.ts';

/**
 * How a place stands in the gazetteer, in words for BS 7666's logical status: approved (1), provisional (6: not built or
 * not settled yet), retired (8, historic: demolished, merged with others or split up).
 */
export const placeStatusSchema = z.enum(['approved', 'provisional', 'retired']);
export type PlaceStatus = z.infer<typeof placeStatusSchema>;

/** A property as the gazetteer knows it. */
export const placeSchema = z.object({
  uprn: uprnSchema,
  status: placeStatusSchema,
  address: z.string(),
  /** What else it is or was called (BS 7666 logical status 3, and 8 of a home that still stands). */
  alternativeAddresses: z.array(z.string()).optional(),
  postcode: z.string(),
  /** Unique street reference number. */
  usrn: z.string().optional(),
  blockUprn: uprnSchema.optional(),
  floor: z.string().optional(),
  stack: z.string().optional(),
  references: z.record(z.string(), z.array(z.string())),
  /** The homes that a retired one was merged into or split up into; none where it was demolished. */
  succeededBy: z.array(uprnSchema).optional(),
});
export type Place = z.infer<typeof placeSchema>;
