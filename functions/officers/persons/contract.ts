import * as z from 'zod';
import { flagSchema } from '../../../schemas/flags.ts';
import { personReferenceSchema, uprnSchema } from '../../../schemas/reference.ts';
import { timelineEntrySchema } from '../../core/views/timeline.ts';

export const personPath = z.object({
  ref: personReferenceSchema.meta({ description: 'A system and its own key of the person' }),
});

export const personResponse = z
  .object({
    person: personReferenceSchema,
    shownAs: personReferenceSchema.meta({
      description: 'Under whom they are shown: another, where officers found the two to be one',
    }),
    oneWith: z.array(personReferenceSchema).meta({ description: 'Everybody else who is the same person' }),
    name: z.string().optional(),
    homes: z.array(uprnSchema).meta({ description: 'Of whose households they are now, by any of the keys' }),
    flags: z.array(flagSchema),
  })
  .meta({ id: 'Person' });

/** The version of the person’s own record. */
export const personHeaders = z.object({
  etag: z.string().optional().meta({ description: 'For If-Match, in quotation marks', example: '"42"' }),
});

export const personTimelineResponse = z
  .object({
    person: personReferenceSchema,
    entries: z.array(timelineEntrySchema),
    next: z.string().optional().meta({ description: 'The cursor of the next page; absent on the last' }),
  })
  .meta({ id: 'PersonTimeline' });
