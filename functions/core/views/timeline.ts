import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { timeBasisSchema } from '../../../schemas/envelope.ts';
import type { SubjectRole } from '../../../schemas/event-definition.ts';
import { systemOf } from '../record/rows.ts';
import { daysBetween } from '../time/instants.ts';
import type { Detail, Disclosure, Shown } from './disclosure.ts';
import { eventDataView } from './event-data.ts';
import type { Viewer } from './need-to-know.ts';

/** An event of a subject's timeline: the part that the subject plays in it, and what corrects it if anything does. */
export interface TimelineItem {
  event: SystemEvent;
  role: SubjectRole;
  /** The id of the event that corrects the entry that this one comes of: it counts no more. */
  correctedBy?: string;
}

/** One event as an officer sees it, or undefined when the officer may not know that it happened. */
export function timelineEntryView({ event, role, correctedBy }: TimelineItem, viewer: Viewer) {
  const seen = eventDataView(event, viewer);
  if (seen === undefined) return undefined;
  const answer = {
    id: event.id,
    type: event.type,
    system: systemOf(event),
    happenedAt: event.time,
    heardAt: event.recordedtime,
    timeBasis: event.timebasis,
    observedAt: event.observedtime,
    inferredFrom: event.inferredfrom,
    lateByDays: Math.max(0, daysBetween(event.time, event.recordedtime)),
    part: role,
    entry: event.entryid,
    corrects: event.corrects,
    correctedBy,
    echo: event.echoof === undefined ? undefined : (true as const),
    data: seen.data,
  };
  return { answer, disclosed: disclosuresIn(event, role, seen.details) } satisfies Shown<object>;
}

/** A detail is disclosed about the subject whose timeline it is, and about every person that the event names. */
function disclosuresIn({ data }: SystemEvent, own: SubjectRole, details: readonly Detail[]): Disclosure[] {
  const concerned = data.subjects.filter(({ role }) => role === own || role === 'person');
  return concerned.flatMap(({ subject }) => details.map(detail => ({ about: subject, detail })));
}

export const timelineEntrySchema = z.object({
  id: z.uuid(),
  type: z.string().meta({ examples: ['housing.repair.no-access-recorded.v1'] }),
  system: z.string(),
  happenedAt: z.iso.datetime(),
  heardAt: z.iso.datetime(),
  timeBasis: timeBasisSchema,
  observedAt: z.iso.datetime().optional().meta({
    description: 'When its source was last seen to say so, where that is not when it happened',
  }),
  inferredFrom: z.enum(['absence', 'presence']).optional().meta({
    description: 'No source said this anew: its full extract no longer has the row, or has it still',
  }),
  lateByDays: z.int().min(0),
  part: z.enum(['home', 'source', 'block', 'person']),
  entry: z.uuid().optional().meta({ description: 'The entry of the source system that it comes of' }),
  corrects: z.uuid().optional().meta({ description: 'The entry that it corrects' }),
  correctedBy: z
    .uuid()
    .optional()
    .meta({ description: 'The id of the event that corrects it: it stays here and counts no more' }),
  echo: z
    .literal(true)
    .optional()
    .meta({ description: 'The system says what it was told, in the same word: it is no source of the flag' }),
  data: z.record(z.string(), z.unknown()),
});
