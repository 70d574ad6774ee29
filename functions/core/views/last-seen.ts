import * as z from 'zod';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import type { Disclosure } from './disclosure.ts';
import { localTimeSchema } from './local-times.ts';
import type { Viewer } from './need-to-know.ts';
import { timelineEntryView } from './timeline.ts';

/** When somebody last tried to get in, and what somebody last found. */
export const lastAttemptSchema = z.object({
  at: localTimeSchema,
  dateOnly: z.literal(true).optional().meta({ description: 'Its source gave the day and no time' }),
  outcome: z.enum(['gained', 'missed']),
  inPerson: z
    .boolean()
    .meta({ description: 'Somebody was at the door; otherwise it was a call or a letter' }),
});
export const lastFindingSchema = z.object({
  at: localTimeSchema,
  dateOnly: z.literal(true).optional(),
  system: z.string(),
  type: z.string(),
  id: z.uuid().meta({ description: 'The entry of the timeline' }),
  data: z.record(z.string(), z.unknown()).meta({ description: 'As in the timeline' }),
});

/** The last attempt to get in, whoever made it. */
export function lastAttemptIn(record: SubjectRecord | undefined) {
  const last = record?.access.at(-1);
  if (last === undefined) return undefined;
  const { at, dateOnly, outcome, inPerson } = last;
  return { at, dateOnly, outcome, inPerson };
}

/** The latest finding that is for somebody, as it stands in the timeline, and what that discloses. */
export function lastFindingOf(
  events: readonly SystemEvent[],
  home: Subject,
  viewer: Viewer,
): { answer: z.input<typeof lastFindingSchema>; disclosed: Disclosure[] } | undefined {
  const latestFirst = events.toSorted((a, b) => (a.time < b.time ? 1 : -1));
  for (const event of latestFirst) {
    const role = event.data.subjects.find(({ subject }) => subject === home)?.role ?? 'home';
    const seen = timelineEntryView({ event, role }, viewer);
    if (seen === undefined) continue;
    const { id, type, system, happenedAt: at, timeBasis, data } = seen.answer;
    const dateOnly = timeBasis === 'date-only' ? (true as const) : undefined;
    return { answer: { at, dateOnly, system, type, id, data }, disclosed: seen.disclosed };
  }
  return undefined;
}
