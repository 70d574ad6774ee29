import * as z from 'zod';
import { uprnFrom } from '../../../schemas/reference.ts';

/** A UPRN as people write it: padded with zeros or not. */
export const uprnParameter = z
  .string()
  .transform((text, context) => {
    const uprn = uprnFrom(text);
    if (uprn === undefined) context.addIssue({ code: 'custom', message: 'a UPRN is 1 to 12 digits' });
    return uprn ?? z.NEVER;
  })
  .meta({
    type: 'string',
    pattern: '^[0-9]{1,12}$',
    description: 'A UPRN, padded with zeros or not',
    example: '200000471104',
  });

/** The path of a home or a block. */
export const uprnPath = z.object({ uprn: uprnParameter });
