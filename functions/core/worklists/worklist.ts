import * as z from 'zod';
import { isInForce } from '../../../schemas/flag-life.ts';
import type { FlagDefinition } from '../../../schemas/flags/definition.ts';
import { type Flag, flagDefinition } from '../../../schemas/flags.ts';
import type { CalendarDate, Instant } from '../../../schemas/reference.ts';
import type { Team } from '../../../schemas/teams.ts';
import { quarterOf, startOf } from '../time/instants.ts';
import { looksAfterAll, maySeeFlag, type Viewer } from '../views/need-to-know.ts';

/** The lists of flags about which somebody has to do something. */
export const worklistSchema = z.enum([
  'reviews-due',
  'reviews-overdue',
  'pending-approval',
  'proposed',
  'suspended',
  'unplaced',
  'conflicts',
  'households-in-doubt',
  'untold',
  'quarterly-review',
]);
export type Worklist = z.infer<typeof worklistSchema>;

/** Whether a flag is on a list: it depends on the flag, its taxonomy entry and an instant, and on nothing else. */
type IsOn = (flag: Flag, entry: FlagDefinition, at: Instant) => boolean;

const isOn: Record<Worklist, IsOn> = {
  'reviews-due': ({ state, reviewDue }, _entry, at) =>
    (state === 'active' || state === 'review-due' || state === 'review-overdue') &&
    reviewDue !== undefined &&
    at >= startOf(reviewDue),
  'reviews-overdue': ({ state }) => state === 'review-overdue',
  'pending-approval': ({ state, clearanceRequested }) =>
    state === 'pending-approval' || clearanceRequested !== undefined,
  proposed: ({ state }) => state === 'proposed',
  suspended: ({ state }) => state === 'suspended',
  unplaced: ({ state, on, places }) =>
    on.startsWith('person/') && places.length === 0 && state !== 'proposed',
  conflicts: ({ conflict }) => conflict !== undefined,
  'households-in-doubt': ({ code }) => code === 'household-unconfirmed',
  untold: (flag, entry) => isInForce(flag) && isToBeTold(entry) && flag.personTold === undefined,
  'quarterly-review': (flag, entry, at) =>
    isInForce(flag) && entry.hangsOn === 'person' && (entry.secondPerson || isDueBy(flag, quarterOf(at).to)),
};

/**
 * Whether the person has to be informed that they are marked, or why they are not: where it is about their conduct (ICO on
 * warning markers), and where a legal matter about them is not open to everybody (UK GDPR Art. 13 and 14).
 */
function isToBeTold({ secondPerson, family, hangsOn, audience }: FlagDefinition): boolean {
  return secondPerson || (family === 'legal' && hangsOn === 'tenancy' && audience.everyone !== 'full');
}

function isDueBy({ reviewDue }: Flag, day: CalendarDate): boolean {
  return reviewDue !== undefined && reviewDue <= day;
}

/** Whose list it is: of somebody with several teams, the flags that are on the list of any. */
export type ListViewer = Pick<Viewer, 'teams'>;

/**
 * Whether a flag is on a list as a team has it: of its own, those that it owns or may clear; of the conflicts, which are
 * between owners and systems, those that it owns. A flag that the team may not know of is on none.
 */
export function isListed({ teams }: ListViewer, list: Worklist, flag: Flag, at: Instant): boolean {
  const entry = flagDefinition(flag.code);
  const isFor = (team: Team) => isOwn(team, entry) && (list !== 'conflicts' || isOwner(team, entry));
  return teams.some(team => isFor(team) && maySee(team, flag)) && isOn[list](flag, entry, at);
}

function maySee(team: Team, { code }: Flag): boolean {
  return maySeeFlag({ teams: [team] }, code);
}

function isOwn(team: Team, entry: FlagDefinition): boolean {
  return isOwner(team, entry) || entry.mayClear.includes(team);
}

function isOwner(team: Team, { owner }: FlagDefinition): boolean {
  return team === owner || looksAfterAll(team);
}
