import type { FlagChange } from '../flags/history.ts';
import type { DecisionKind } from '../record/flag-statement.ts';
import type { DecisionsRow } from '../record/row.ts';
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
export function decisionsView({ decided }: Pick<DecisionsRow, 'decided'>) {
  return Object.entries(decided)
    .map(([decision, { at, value }]) => ({ decision: decision as DecisionKind, at, ...value }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
}
