import * as z from 'zod';
import type { Team } from '../../../schemas/teams.ts';

/** The role in an officer's token and the one team that it acts for: those who look after all are last. */
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
