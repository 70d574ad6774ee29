import { rebuild } from '../../functions/core/record/rebuild.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { makeMove } from '../../functions/records/move/move.ts';
import { groupsOf } from '../../functions/records/record/plan.ts';
import type { MovedObjects } from '../../functions/shell/moved-writer.ts';
import type { Refused } from '../../functions/shell/tables/quarantine/refused.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeMoving } from '../../functions/shell/tables/records/moving.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import type { TimelinePosition, TimelineQuery } from '../../functions/shell/tables/records/timeline-page.ts';
import { makeWalkStore } from '../../functions/shell/tables/records/walk-store.ts';
import { makeWholeSubjects } from '../../functions/shell/tables/records/whole-subjects.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Subject } from '../../schemas/reference.ts';
import { instant } from './events.ts';

/** A table of records with the bucket of what has left it. */
export type MovingTable = EventsTable & { moved: MovedObjects };

/** The time at which events are committed. */
const committedAt = () => instant('2025-09-01T12:00:00Z');

/** What can be done with a table of records of which old events leave. */
export function movingOn(table: MovingTable) {
  const refused: Refused[] = [];
  const keep = (one: Refused) => {
    refused.push(one);
    return Promise.resolve('kept');
  };
  const pause = () => Promise.resolve();
  return {
    refused,
    /** Commits events as `record` does. */
    async hear(events: readonly SystemEvent[]): Promise<void> {
      const commit = makeCommit({ store: makeRecordsStore(table), keep, now: committedAt, pause });
      const arrivals = events.map((event, index) => ({ messageId: String(index), event }));
      for (const group of groupsOf(arrivals))
        await commit(
          group.subjects,
          group.arrivals.map(({ event }) => event),
        );
    },
    /** Moves what is of years that ended a month ago. @param on the table and bucket as this run has them */
    move: (at: string, on: MovingTable = table) =>
      makeMove({
        ...{ moving: makeMoving(on), objects: on.moved, walk: makeWalkStore(on) },
        ...{ months: 1, now: () => instant(at), elapsed: () => 0, pause },
      })({ anew: true }),
    /** A timeline page by page. */
    async told(query: Omit<TimelineQuery, 'after'>): Promise<string[]> {
      const ids: string[] = [];
      let after: TimelinePosition | undefined;
      do {
        const page = await makeSubjectReader(table).timeline({ ...query, after });
        ids.push(...page.items.map(({ event }) => event.id));
        after = page.next;
      } while (after !== undefined);
      return ids;
    },
    /** Where the record is not what the events of the subject say, and how many those are. */
    async rebuilt(subject: Subject) {
      const whole = await makeWholeSubjects(table).read(subject);
      const { differences } = rebuild(whole, whole.timeline, committedAt());
      return { differences, events: whole.timeline.length };
    },
  };
}
