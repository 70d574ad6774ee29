import type { FlagChange } from '../flags/history.ts';
import type { Row } from '../record/subject-record.ts';
import type { Shown } from './disclosure.ts';
import { flagFor, type Viewer } from './need-to-know.ts';
import { type TimelineItem, timelineEntryView } from './timeline.ts';

/**
 * One entry of a flag's audit: how it was, how it became, and the events that led to it, which say who, when and what.
 * @param items the events of the entry, as the timeline has them
 */
export function flagChangeView(change: FlagChange, items: readonly TimelineItem[], viewer: Viewer) {
  const { version, at, before, after, reason, events } = change;
  const behind = items.filter(({ event }) => events.includes(event.id));
  const entries = behind.flatMap(item => timelineEntryView(item, viewer) ?? []);
  return {
    answer: {
      version,
      at,
      before: before && flagFor(viewer, before),
      after: after && flagFor(viewer, after),
      reason,
      events: entries.map(({ answer }) => answer),
    },
    disclosed: entries.flatMap(({ disclosed }) => disclosed),
  } satisfies Shown<object>;
}

/** The latest decision of each kind, for somebody who may see why a flag stands. */
export function decisionsView(rows: readonly Row[]) {
  const decided = rows.flatMap(row => (row.row === 'decisions' ? Object.entries(row.decided) : []));
  return decided
    .map(([decision, { at, value }]) => ({ decision, at, ...value }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
