import * as z from 'zod';
import type { Team } from '../../../schemas/teams.ts';

/** The role in an officer's token and the one team that it acts for. */
const teamOfRole = {
  'repairs-officer': 'repairs',
  surveyor: 'surveying',
  'housing-officer': 'resident-services',
  'enforcement-officer': 'tenancy-enforcement',
  'leaks-officer': 'leaks',
  'complaints-officer': 'complaints',
  'disrepair-officer': 'disrepair',
  'contact-centre-agent': 'contact-centre',
  manager: 'management',
  'data-protection-officer': 'data-protection',
} as const satisfies Record<string, Team>;

export type Role = keyof typeof teamOfRole;
export const roleSchema = z.enum(Object.keys(teamOfRole) as [Role, ...Role[]]);

/** The team whose need-to-know a role has. */
export function teamOf(role: Role): Team {
  return teamOfRole[role];
}

/** The order in which somebody with several roles acts, unless they say otherwise: who sees most of a home first. */
const widestFirst: readonly Role[] = [
  'manager',
  'enforcement-officer',
  'housing-officer',
  'complaints-officer',
  'disrepair-officer',
  'contact-centre-agent',
  'data-protection-officer',
  'surveyor',
  'leaks-officer',
  'repairs-officer',
];

/** The role, of those that somebody holds, that sees most. */
export function firstOf(held: readonly Role[]): Role {
  return held.toSorted((one, other) => widestFirst.indexOf(one) - widestFirst.indexOf(other))[0] as Role;
}
