import * as z from 'zod';
import { instantSchema, type Subject } from '../../../schemas/reference.ts';
import { happenedKey } from '../../core/record/timeline.ts';
import type { Viewer } from '../../core/views/need-to-know.ts';
import { timelineEntryView } from '../../core/views/timeline.ts';
import { positionIn } from '../../shell/http/cursor.ts';
import { instantMeant } from '../../shell/http/timestamp.ts';
import type { TimelinePosition, TimelineQuery } from '../../shell/tables/records/timeline-page.ts';
import type { timelineQuery } from './contract.ts';
import type { ApiDeps } from './sources.ts';

type Query = Omit<TimelineQuery, 'subject'>;

/**
 * What an officer may see of the timelines of subjects, as one, latest first. A page is filled whatever lies between: a short
 * one would tell that something is kept from whoever asks.
 */
export async function visibleTimeline(
  deps: Pick<ApiDeps, 'subjects'>,
  viewer: Viewer,
  subjects: readonly Subject[],
  { from, until, type, limit, cursor }: z.output<typeof timelineQuery>,
) {
  const query: Query = {
    from: from && instantMeant(from),
    until: until && instantMeant(until),
    type: type === undefined ? undefined : typePrefix(type),
    limit,
  };
  const shown: NonNullable<ReturnType<typeof timelineEntryView>>[] = [];
  let next: TimelinePosition | undefined =
    cursor === undefined ? undefined : positionIn(cursor, positionSchema);
  do {
    const page = await pageOf(deps, subjects, { ...query, after: next, limit: limit - shown.length });
    shown.push(...page.items.flatMap(item => timelineEntryView(item, viewer) ?? []));
    next = page.next;
  } while (next !== undefined && shown.length < limit);
  return { shown, next };
}

/** A page of several timelines in one order; what is in more than one of them is there once. */
async function pageOf(
  { subjects: reader }: Pick<ApiDeps, 'subjects'>,
  subjects: readonly Subject[],
  query: Query,
): ReturnType<ApiDeps['subjects']['timeline']> {
  const pages = await Promise.all(subjects.map(subject => reader.timeline({ ...query, subject })));
  const [first] = pages;
  if (first !== undefined && pages.length === 1) return first;
  const once = new Map(pages.flatMap(({ items }) => items).map(item => [item.event.id, item]));
  const all = [...once.values()].sort((a, b) => (happenedKey(a.event) > happenedKey(b.event) ? -1 : 1));
  const items = all.slice(0, query.limit);
  const last = items.at(-1);
  const hasMore = all.length > items.length || pages.some(({ next }) => next !== undefined);
  return last !== undefined && hasMore ? { items, next: positionOf(last.event) } : { items };
}

function positionOf(event: Parameters<typeof happenedKey>[0]): TimelinePosition {
  return { happened: happenedKey(event) };
}

/** `repair` means every event of a repair; a longer name is a type, with or without its version. */
function typePrefix(type: string): string {
  return type.startsWith('housing.') ? type : `housing.${type}.`;
}

const positionSchema = z.object({ happened: z.templateLiteral([instantSchema, '#', z.uuid()]) });
