import * as z from 'zod';
import { instantSchema } from '../../../../schemas/reference.ts';
import type { LiveFlags, SubjectRecord } from '../../../core/record/subject-record.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * What is kept of a subject in one item, as far as it tells a whole item from a damaged one. Of a damaged one nobody is
 * shown the rest: a home whose record cannot be read is not a home without flags.
 */
export const recordItemSchema = z.object({
  version: z.int().positive(),
  record: z.custom<SubjectRecord>(value => isObject(value) && 'subject' in value),
  flags: z.custom<LiveFlags>(isObject),
  nextDueAt: instantSchema.optional(),
});
