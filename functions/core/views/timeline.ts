import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { SubjectRole } from '../../../schemas/event-definition.ts';
import { sealedTextSchema } from '../../../schemas/parts.ts';
import { systemOf } from '../record/rows.ts';
import { mayRead, maySeeFlag, type Viewer } from './need-to-know.ts';

/** An event of a subject's timeline: the part that the subject plays in it, and what corrects it if anything does. */
export interface TimelineItem {
  event: SystemEvent;
  role: SubjectRole;
  /** The id of the event that corrects the entry that this one comes of: it counts no more. */
  correctedBy?: string;
}

/** One event as an officer sees it, or undefined when the officer may not know that it happened. */
export function timelineEntryView({ event, role, correctedBy }: TimelineItem, viewer: Viewer) {
  if ('code' in event.data && !maySeeFlag(viewer, event.data.code)) return undefined;
  const { subjects: _subjects, ...data } = event.data;
  return {
    id: event.id,
    type: event.type,
    system: systemOf(event),
    happenedAt: event.time,
    heardAt: event.recordedtime,
    timeBasis: event.timebasis,
    lateByDays: daysLate(event.time, event.recordedtime),
    part: role,
    entry: event.entryid,
    corrects: event.corrects,
    correctedBy,
    data: unsealed(data, systemOf(event), viewer),
  };
}

/** How many calendar days, in London, after it happened the hub heard of it. */
function daysLate(happened: string, heard: string): number {
  const [from, to] = [happened, heard].map(at =>
    Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London').toPlainDate(),
  );
  return from === undefined || to === undefined ? 0 : Math.max(0, from.until(to).days);
}

/** The data with every sealed text that the viewer may not read replaced by the fact that there is one. */
function unsealed(data: object, system: string, viewer: Viewer): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const sealed = sealedTextSchema.safeParse(value);
      if (!sealed.success) return [name, value];
      if (mayRead(viewer, sealed.data, system)) return [name, sealed.data.text];
      return [name, { withheld: true, classification: sealed.data.classification }];
    }),
  );
}

export const timelineEntrySchema = z.object({
  id: z.uuid(),
  type: z.string().meta({ examples: ['housing.repair.no-access-recorded.v1'] }),
  system: z.string(),
  happenedAt: z.iso.datetime(),
  heardAt: z.iso.datetime(),
  timeBasis: z.enum(['offset', 'london-assumed', 'date-only']),
  lateByDays: z.int().min(0),
  part: z.enum(['home', 'source', 'block', 'person']),
  entry: z.uuid().optional().meta({ description: 'The entry of the source system that it comes of' }),
  corrects: z.uuid().optional().meta({ description: 'The entry that it corrects' }),
  correctedBy: z
    .uuid()
    .optional()
    .meta({ description: 'The id of the event that corrects it: it stays here and counts no more' }),
  data: z.record(z.string(), z.unknown()),
});
