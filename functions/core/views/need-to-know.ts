import { type FlagCode, flagVisibility } from '../../../schemas/flags.ts';
import type { SealedText } from '../../../schemas/parts.ts';
import type { Team } from '../../../schemas/teams.ts';

/** Who looks: the team, and how to tell whose system said a thing. */
export interface Viewer {
  team: Team;
  /** The team whose system it is, or undefined for a system that is no longer registered. */
  teamOfSystem(system: string): Team | undefined;
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

/** Whether a team needs to know residents by name; the others see how many live there and what to do differently. */
export function maySeeNames({ team }: Viewer): boolean {
  return seesNames.has(team);
}

/** Whether a team may know that a flag stands at all. */
export function maySeeFlag({ team }: Viewer, code: FlagCode): boolean {
  return flagVisibility(code, team) !== 'none';
}

/** Whether a team may read why a flag stands, not only what to do about it. */
export function maySeeBasis({ team }: Viewer, code: FlagCode): boolean {
  return flagVisibility(code, team) === 'full';
}

/**
 * Whether a team may read a sealed text: one without personal data anybody may; the team that wrote it always may;
 * personal matters are for those who manage the tenancy; special-category data for its own team and management alone.
 */
export function mayRead(viewer: Viewer, { classification }: SealedText, system: string): boolean {
  if (classification === 'operational' || viewer.teamOfSystem(system) === viewer.team) return true;
  return classification === 'personal' ? seesPersonalText.has(viewer.team) : viewer.team === 'management';
}
