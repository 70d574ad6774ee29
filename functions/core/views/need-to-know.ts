import type { FlagState } from '../../../schemas/flag-life.ts';
import { everyService } from '../../../schemas/flags/definition.ts';
import { type Flag, type FlagCode, flagDefinition, flagVisibility } from '../../../schemas/flags.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { Team, Visibility } from '../../../schemas/teams.ts';

/** Who looks: the teams that they act for, and how to tell whose system said a thing. */
export interface Viewer {
  /** What is for any one of them is for the viewer: what is asked of a team is asked of each by itself. */
  teams: readonly Team[];
  /** The team whose system it is, or undefined for a system that is no longer registered. */
  teamOfSystem(system: string): Team | undefined;
  /** An officer who said why everything has to be seen at once. Systems have no such thing. */
  glassIsBroken?: boolean | undefined;
}

const seesNames: ReadonlySet<Team> = new Set([
  'resident-services',
  'tenancy-enforcement',
  'complaints',
  'disrepair',
  'contact-centre',
  'management',
  'data-protection',
]);
const seesPersonalText: ReadonlySet<Team> = new Set([
  'resident-services',
  'tenancy-enforcement',
  'management',
]);

/** Who works at homes or speaks to residents: what was found at a home is for each of them. */
const seesFindings: ReadonlySet<Team> = new Set(everyService);

/** Whether a team looks after what every other team does about flags. */
export function looksAfterAll(team: Team): boolean {
  return team === 'management' || team === 'data-protection';
}

/** Whether a team needs to know residents by name; the others see how many live there and what to do differently. */
export function maySeeNames({ teams, glassIsBroken }: Viewer): boolean {
  return glassIsBroken === true || teams.some(team => seesNames.has(team));
}

/** Who looks at a flag: an officer, or a system as its team. */
export type FlagViewer = Pick<Viewer, 'teams' | 'glassIsBroken'>;

const mostFirst: readonly Visibility[] = ['full', 'instruction', 'none'];

/** How much of a flag is for a viewer: an officer's answer and a system's message follow from it alike. */
function visibilityOf({ teams, glassIsBroken }: FlagViewer, code: FlagCode): Visibility {
  if (glassIsBroken === true) return 'full';
  const each = teams.map(team => flagVisibility(code, team));
  return mostFirst.find(visibility => each.includes(visibility)) ?? 'none';
}

/**
 * A flag as it is for a team, or undefined where the team may not know of it. What is between the officers who look after
 * it, such as a conflict, is for those; whether the person was informed, for all who see why it stands.
 */
export function flagFor(viewer: FlagViewer, flag: Flag): Flag | undefined {
  const visibility = visibilityOf(viewer, flag.code);
  if (visibility === 'none') return undefined;
  if (viewer.glassIsBroken === true || viewer.teams.some(team => isInCharge(team, flag.code))) return flag;
  const { conflict: _conflict, clearanceRequested: _requested, personTold, ...forAll } = flag;
  return visibility === 'full' && personTold !== undefined ? { ...forAll, personTold } : forAll;
}

/** Whether a team may know that a flag stands at all. */
export function maySeeFlag(viewer: FlagViewer, code: FlagCode): boolean {
  return visibilityOf(viewer, code) !== 'none';
}

/**
 * Whether a team may read why a flag stands, who said so and when, not only what to do about it. Until a second person has
 * approved of it, that is for the team that owns it and for management: what is only alleged stays among few.
 */
export function maySeeBasis(viewer: Viewer, { code, state }: { code: FlagCode; state?: FlagState }): boolean {
  if (viewer.glassIsBroken === true) return true;
  const isAlleged = state === 'proposed' || state === 'pending-approval';
  return viewer.teams.some(
    team => flagVisibility(code, team) === 'full' && (!isAlleged || isInCharge(team, code)),
  );
}

/**
 * Whether a team may read what somebody wrote of a flag. Its audience is of the flag: who is in it by name, or owns it, reads
 * why. Of a fact about bricks and pipes, whose audience is everybody, anybody may read what says nothing of people, and no
 * more.
 */
export function mayReadBasis(
  viewer: Viewer,
  code: FlagCode,
  text: Omit<SealedText, 'text'>,
  system: string,
): boolean {
  const { audience, owner } = flagDefinition(code);
  const isNamed = (team: Team) => team === owner || audience.teams?.[team] === 'full';
  return mayRead(viewer, text, system) || viewer.teams.some(isNamed);
}

/** Whether a team looks after a flag: it owns it, or is management. */
function isInCharge(team: Team, code: FlagCode): boolean {
  return team === 'management' || team === flagDefinition(code).owner;
}

/**
 * Whether a team may read a sealed text: one without personal data anybody may; the team that wrote it always may; what was
 * found at a home is for whoever works there, unless it is special-category data as well; personal matters are for those who
 * manage the tenancy; special-category data for its own team and management alone.
 * The basis of a flag is not for this to decide, but for the flag's audience (`maySeeBasis`).
 */
export function mayRead(viewer: Viewer, text: Omit<SealedText, 'text'>, system: string): boolean {
  const { classification, finding } = text;
  if (classification === 'operational' || viewer.glassIsBroken === true || isOwn(viewer, system)) return true;
  if (classification === 'special-category') return viewer.teams.includes('management');
  const readers = finding === true ? seesFindings : seesPersonalText;
  return viewer.teams.some(team => readers.has(team));
}

/**
 * How much of something that a system said in words of domestic abuse or safeguarding is for a team: as much as of the
 * flag that says so. Otherwise the category of a note would mark the home of whom the flag protects.
 */
export function visibilityOfSafeguarding(viewer: Viewer, system: string): Visibility {
  return isOwn(viewer, system) ? 'full' : visibilityOf(viewer, 'safeguarding');
}

function isOwn({ teams, teamOfSystem }: Viewer, system: string): boolean {
  const own = teamOfSystem(system);
  return own !== undefined && teams.includes(own);
}
