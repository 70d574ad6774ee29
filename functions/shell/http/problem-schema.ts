import * as z from 'zod';

/** A wrong part of a request. */
export const errorSchema = z.object({
  row: z.int().optional().meta({ description: 'Of a sheet or an array' }),
  path: z.string().meta({ description: 'A JSON pointer, a column heading or a parameter' }),
  message: z.string(),
  expected: z.string().optional(),
  received: z.string().optional(),
});
/** RFC 9457, which lets a problem have members of its own: a refused decision says how the flag stands. */
export const problemSchema = z
  .looseObject({
    type: z.string(),
    status: z.int(),
    title: z.string(),
    detail: z.string(),
    errors: z.array(errorSchema).optional(),
  })
  .meta({ id: 'Problem' });
