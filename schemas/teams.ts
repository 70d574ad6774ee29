import * as z from 'zod';

/** The teams of a social landlord that act on a home. A role in a token belongs to exactly one of them. */
export const teamSchema = z.enum([
  'repairs',
  'resident-services',
  'tenancy-enforcement',
  'leaks',
  'complaints',
  'disrepair',
  'surveying',
  'contact-centre',
  'management',
  'data-protection',
]);
export type Team = z.infer<typeof teamSchema>;

/** How much of a thing a team may see: nothing, what to do about it, or also why. */
export const visibilitySchema = z.enum(['none', 'instruction', 'full']);
export type Visibility = z.infer<typeof visibilitySchema>;
