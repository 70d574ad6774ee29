import { severitySchema } from '../../../schemas/flags/definition.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate, Instant, Uprn } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { deadlinesOf } from '../flags/life.ts';
import { standingsOf } from '../flags/standing.ts';
import { flagKey } from '../record/flag-rows.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { daysAfter, quarterOf, startOf } from '../time/instants.ts';
import type { Disclosure, Shown } from '../views/disclosure.ts';
import { isPersonal } from '../views/event-data.ts';
import { decisionsView } from '../views/flag-history.ts';
import { flagFor, maySeeBasis, maySeeNames, type Viewer } from '../views/need-to-know.ts';
import type { Worklist } from './worklist.ts';

/** A flag on a list, and what there is to tell of it. */
export interface Listed {
  flag: Flag;
  record: SubjectRecord;
  addressOf: (uprn: Uprn) => string | undefined;
}

/** One thing to do, as an officer sees it. */
export interface Entry {
  flag: Flag;
  owner: Team;
  name: string | undefined;
  homes: { uprn: Uprn; address: string | undefined }[];
  since: Instant;
  by: CalendarDate | undefined;
  todo: string;
  post: string[];
  decided: ReturnType<typeof decisionsView> | undefined;
}

/** Somebody who stands in for many has their homes, not their home: more are not looked for there. */
export const addressesShown = 5;

const todos: Record<Worklist, string> = {
  'reviews-due': 'Look whether it still holds: review it until another day, or clear it.',
  'reviews-overdue':
    'It stands, and nobody looked at it for as long as its kind may go: review it until another day, or clear it.',
  'pending-approval': 'A second person decides, never the one who asked: approve or refuse it.',
  proposed: 'It is not in force before somebody who may raise it agrees: approve or refuse it.',
  suspended: 'Nobody looked at it in time, so nobody is warned: review it if it holds, or clear it.',
  unplaced:
    'Nobody knows where this person lives: find out and correct the tenancy record; or clear it if it holds no more.',
  conflicts: 'Systems disagree about it: review it if it holds, or clear it.',
  'households-in-doubt':
    'The list of tenancies has lost this household: find out who lives here, and have the tenancy record say so.',
  untold: 'Tell the person, or say why they are not told.',
  'quarterly-review': 'Look at it this quarter: review it until another day, or clear it.',
};

/** An entry of a worklist as an officer sees it, or undefined when the officer may not know of the flag. */
export function entryFor(
  { flag, record, addressOf }: Listed,
  { viewer, list, at }: { viewer: Viewer; list: Worklist; at: Instant },
): Shown<Entry> | undefined {
  const shown = flagFor(viewer, flag);
  if (shown === undefined) return undefined;
  const standing = standingsOf(record, at).find(one => flagKey(one) === flagKey(flag));
  const decisions = record.decisions[flagKey(flag)];
  const limit = standing && deadlinesOf(standing, decisions).limit;
  const { from: quarter } = quarterOf(at);
  const latest = list === 'quarterly-review' && decisions !== undefined ? decisionsView(decisions) : [];
  const decided = latest.filter(decision => decision.at >= startOf(quarter));
  const name = maySeeNames(viewer) ? record.details?.value.name : undefined;
  const explained = decided.length > 0 && maySeeBasis(viewer, flag);
  const disclosed: Disclosure[] = [
    ...(name === undefined ? [] : [{ about: flag.on, detail: 'name' as const }]),
    ...(explained && isPersonal(flag.code) ? [{ about: flag.on, detail: 'flag-basis' as const }] : []),
  ];
  const answer = {
    flag: shown,
    owner: flagDefinition(flag.code).owner,
    name,
    homes: flag.places.slice(0, addressesShown).map(uprn => ({ uprn, address: addressOf(uprn) })),
    since: sinceOf(flag, list, at, limit),
    by: byOf(flag, list, at, limit),
    todo: todos[list],
    post: decisionsOpen(flag, list).map(decision => `/v1/flags/${flag.id}/${decision}`),
    decided: explained ? decided : undefined,
  };
  return { answer, disclosed };
}

/** Since when it is on the list. */
function sinceOf(flag: Flag, list: Worklist, at: Instant, limit: Instant | undefined): Instant {
  const { since, reviewDue, conflict, clearanceRequested, changedAt } = flag;
  if (list === 'reviews-due' && reviewDue !== undefined) return startOf(reviewDue);
  if (list === 'pending-approval') return clearanceRequested ?? since;
  if (list === 'suspended' || list === 'reviews-overdue') return limit ?? changedAt;
  if (list === 'unplaced') return changedAt;
  if (list === 'conflicts') return conflict?.since ?? since;
  return list === 'quarterly-review' ? startOf(quarterOf(at).from) : since;
}

/** The day by which it has to be done, where there is one: a marker ends then, and a state or fact is overdue. */
function byOf(flag: Flag, list: Worklist, at: Instant, limit: Instant | undefined): CalendarDate | undefined {
  if (list === 'reviews-due') return limit && daysAfter(limit, 0);
  if (list !== 'quarterly-review') return undefined;
  const { reviewDue } = flag;
  return [quarterOf(at).to, ...(reviewDue === undefined ? [] : [reviewDue])].sort()[0];
}

/** What an officer can decide about it next. */
function decisionsOpen({ state, clearanceRequested }: Flag, list: Worklist): string[] {
  if (list === 'untold') return ['told'];
  const waits = state === 'proposed' || state === 'pending-approval' || clearanceRequested !== undefined;
  return waits ? ['approve', 'refuse'] : ['review', 'clear'];
}

/** The most urgent first: what has to be done soonest, then what matters most, then what waits longest. */
export function inOrderOfUrgency(entries: readonly Entry[]): Entry[] {
  const urgency = ({ by, since, flag }: Entry) =>
    `${by ?? '9999'} ${severitySchema.options.indexOf(flag.severity)} ${since} ${flag.id}`;
  return entries.toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : 1));
}
