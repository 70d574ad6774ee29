import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { isCorrecting } from '../../core/record/corrections.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import { actionsOf, maximumActions } from '../../shell/tables/records/record-transaction.ts';

/** An event and the queue message that brought it. */
export interface Arrival {
  messageId: string;
  event: SystemEvent;
}

/** What a batch brings to each subject, in the order of arrival. */
export function bySubject(arrivals: readonly Arrival[]): Map<Subject, Arrival[]> {
  const touches = arrivals.flatMap(arrival =>
    reachedBy(arrival.event).map(subject => ({ subject, arrival })),
  );
  const groups = Map.groupBy(touches, ({ subject }) => subject);
  return new Map([...groups].map(([subject, group]) => [subject, group.map(({ arrival }) => arrival)]));
}

/** A subject's arrivals in lists that each fit one transaction. */
export function inTransactions(subject: Subject, arrivals: readonly Arrival[]): Arrival[][] {
  const lists: Arrival[][] = [];
  for (const arrival of arrivals) {
    const current = lists.at(-1) ?? [];
    const events = [...current, arrival].map(({ event }) => event);
    const actions = actionsOf(events.length, rowKeysOf(subject, events)) + rowsOfCorrected(events);
    const fits = actions <= maximumActions;
    if (fits && current.length > 0) current.push(arrival);
    else lists.push([arrival]);
  }
  return lists;
}

/** Which rows a corrected entry went to is only known from the timeline: no adapter makes more than this of one. */
const rowsOfAnEntry = 25;

function rowsOfCorrected(events: readonly SystemEvent[]): number {
  return rowsOfAnEntry * new Set(events.filter(isCorrecting).map(({ corrects }) => corrects)).size;
}
