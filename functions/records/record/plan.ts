import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { isCorrecting } from '../../core/record/corrections.ts';
import { reachedBy } from '../../core/record/reach.ts';
import { rowKeysOf } from '../../core/record/rows.ts';
import { actionsMostly, actionsOf, maximumActions } from '../../shell/tables/records/record-transaction.ts';

/** An event and the queue message that brought it. */
export interface Arrival {
  messageId: string;
  event: SystemEvent;
}
/** Arrivals that are committed together, to those of the subjects that they reach. */
export interface Group {
  subjects: readonly Subject[];
  arrivals: readonly Arrival[];
}

/**
 * What of a batch is committed together: what touches the same subjects, as far as it fits one transaction, in the order of
 * arrival. What corrects an entry is committed subject by subject, since each of them folds its whole timeline anew; so is
 * what alone is too much.
 */
export function groupsOf(arrivals: readonly Arrival[]): Group[] {
  const [apart, together] = [arrivals.filter(isApart), arrivals.filter(arrival => !isApart(arrival))];
  return [...connected(together).flatMap(inTransactions), ...apart.flatMap(arrival => bySubject([arrival]))];
}

/**
 * Groups of which several mostly fit one transaction: where they do not, each goes alone. A group comes behind those before it
 * that have a subject of its own.
 */
export function inBatches(groups: readonly Group[]): Group[][] {
  const batches: { groups: Group[]; subjects: Set<Subject>; actions: number }[] = [];
  for (const group of groups) {
    const actions = actionsFor(group, actionsMostly);
    const current = batches.at(-1);
    const isApartOf = group.subjects.every(subject => current?.subjects.has(subject) === false);
    if (current !== undefined && isApartOf && current.actions + actions <= maximumActions) {
      current.groups.push(group);
      for (const subject of group.subjects) current.subjects.add(subject);
      current.actions += actions;
    } else batches.push({ groups: [group], subjects: new Set(group.subjects), actions });
  }
  return batches.map(({ groups: batch }) => batch);
}

/** Groups as one. */
export function asOne(groups: readonly Group[]): Group {
  return {
    subjects: groups.flatMap(({ subjects }) => subjects),
    arrivals: groups.flatMap(({ arrivals }) => arrivals),
  };
}

/** Each arrival of a group alone, with those of its subjects that it reaches. */
export function alone({ subjects, arrivals }: Group): Group[] {
  return arrivals.map(arrival => {
    const reached = reachedBy(arrival.event);
    return { subjects: subjects.filter(subject => reached.includes(subject)), arrivals: [arrival] };
  });
}

/** What each of the subjects takes of arrivals. */
function bySubject(arrivals: readonly Arrival[]): Group[] {
  const subjects = new Set(arrivals.flatMap(({ event }) => reachedBy(event)));
  return [...subjects].map(subject => ({
    subjects: [subject],
    arrivals: arrivals.filter(({ event }) => reachedBy(event).includes(subject)),
  }));
}

/** Arrivals by the subjects that they reach: those of two lists have none in common. */
function connected(arrivals: readonly Arrival[]): Arrival[][] {
  let lists: { subjects: Set<Subject>; arrivals: Arrival[] }[] = [];
  for (const arrival of arrivals) {
    const subjects = new Set(reachedBy(arrival.event));
    const [met, others] = [
      lists.filter(list => !list.subjects.isDisjointFrom(subjects)),
      lists.filter(list => list.subjects.isDisjointFrom(subjects)),
    ];
    const joined = {
      subjects: met.reduce((all, list) => all.union(list.subjects), subjects),
      arrivals: [...met.flatMap(list => list.arrivals), arrival],
    };
    lists = [...others, joined];
  }
  return lists.map(list => list.arrivals.toSorted((a, b) => arrivals.indexOf(a) - arrivals.indexOf(b)));
}

function inTransactions(arrivals: readonly Arrival[]): Group[] {
  const groups: Group[] = [];
  let current: Arrival[] = [];
  for (const arrival of arrivals) {
    if (current.length > 0 && actionsFor(groupOf([...current, arrival]), actionsOf) > maximumActions) {
      groups.push(groupOf(current));
      current = [];
    }
    current.push(arrival);
  }
  if (current.length > 0) groups.push(groupOf(current));
  return groups.flatMap(group =>
    actionsFor(group, actionsOf) > maximumActions ? bySubject(group.arrivals) : [group],
  );
}

function groupOf(arrivals: readonly Arrival[]): Group {
  return { subjects: [...new Set(arrivals.flatMap(({ event }) => reachedBy(event)))], arrivals };
}

function actionsFor({ subjects, arrivals }: Group, count: typeof actionsOf): number {
  const events = arrivals.map(({ event }) => event);
  return subjects.reduce(
    (sum, subject) => {
      const own = events.filter(event => reachedBy(event).includes(subject));
      return sum + count(own.length, rowKeysOf(subject, own));
    },
    new Set(events.map(({ id }) => id)).size,
  );
}

function isApart({ event }: Arrival): boolean {
  return isCorrecting(event);
}
