import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../schemas/reference.ts';
import { correctableBy, isCorrecting } from './corrections.ts';
import { announcedAfter, foldInto, type SubjectAfter, type SubjectBefore } from './fold.ts';
import { rowKeysOf } from './rows.ts';

/** Everything that follows from all of a subject's events, folded from nothing. */
export function foldWhole(subject: Subject, events: readonly SystemEvent[]) {
  const { record, changedRows: rows } = foldInto({ subject, record: undefined, rows: {} }, events);
  return { record, rows };
}

/**
 * Folds events of which some correct entries: what came of those entries counts no more. A register, a window or a total
 * cannot give back what it took in, so the whole timeline is folded again, without it. This is the one commit whose cost
 * grows with a home's history; corrections are rare, and the result is the same in whatever order they were heard.
 * @param timeline every event that the subject has folded; these events may be among them.
 */
export function refoldEvents(
  before: SubjectBefore,
  timeline: readonly SystemEvent[],
  events: readonly SystemEvent[],
  at: Instant,
): SubjectAfter {
  const { subject } = before;
  const all = [...new Map([...events, ...timeline].map(event => [event.id, event])).values()];
  const { record, rows } = foldWhole(subject, all);
  const corrected = new Set(events.filter(isCorrecting).map(({ corrects }) => corrects));
  const changed = all.filter(event =>
    [...correctableBy(event), event.id].some(entry => corrected.has(entry)),
  );
  const keys = new Set(rowKeysOf(subject, [...events, ...changed]));
  const changedRows = Object.fromEntries(Object.entries(rows).filter(([key]) => keys.has(key)));
  return { record, changedRows, ...announcedAfter(before, { record, rows, at }, events) };
}
