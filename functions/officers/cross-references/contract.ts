import * as z from 'zod';
import { instantSchema } from '../../../schemas/reference.ts';
import { crossReferenceSchema } from '../../core/identity/cross-reference.ts';
import { pageLimit } from '../../shell/http/page-limit.ts';

/** Of which system, page by page. */
export const crossReferencesQuery = z.object({
  system: z.string().meta({ description: 'Whose keys', example: 'repairs' }),
  limit: pageLimit({ most: 100, usual: 50 }),
  cursor: z.string().max(1_500).optional().meta({ description: 'What the last page gave as `next`' }),
});
export const crossReferencesResponse = z
  .object({
    references: z.array(crossReferenceSchema),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'CrossReferences' });

/** A key as it is listed: none is longer in bytes of UTF-8, and no table takes a longer one. */
export const listedKeySchema = z
  .string()
  .refine(key => key !== '' && Buffer.byteLength(key) <= 1_000, { message: 'a key has 1 to 1,000 bytes' });
export const forgetRequest = z.object({ system: z.string(), key: listedKeySchema });
export const forgottenResponse = z
  .object({
    forgottenAt: instantSchema,
    askedAgain: z.int().min(0).meta({
      description:
        'How many items in quarantine are asked about again. What else came to a home by its key is taken off it, and waits, within moments',
    }),
  })
  .meta({ id: 'Forgotten' });
