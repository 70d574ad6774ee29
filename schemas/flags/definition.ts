import * as z from 'zod';
import type { Team, Visibility } from '../teams.ts';

export const familySchema = z.enum([
  'staff-safety',
  'adjustment',
  'access',
  'property-hazard',
  'leak',
  'legal',
  'complaint',
  'assurance',
]);
export const hangsOnSchema = z.enum(['person', 'tenancy', 'property', 'block']);
export const severitySchema = z.enum(['critical', 'high', 'medium', 'low']);

/** One code of the taxonomy. */
export interface FlagDefinition {
  code: string;
  family: z.infer<typeof familySchema>;
  hangsOn: z.infer<typeof hangsOnSchema>;
  severity: z.infer<typeof severitySchema>;
  /** What a colleague does about it, in plain words and without saying why. */
  instruction: string;
  audience: { everyone: Visibility; teams?: Partial<Record<Team, Visibility>> };
  /** Days until the flag has to be looked at again: no flag without a review date. */
  reviewDays: number;
  /** Only a rule of the hub raises and clears it. */
  derived?: true;
}

/** Instruction for everyone, reasons for those who manage the risk (Clift v Slough: need to know). */
export const instructionForAll: FlagDefinition['audience'] = {
  everyone: 'instruction',
  teams: { 'resident-services': 'full', 'tenancy-enforcement': 'full', management: 'full' },
};

/** A fact about bricks and pipes: nothing in it is personal. */
export const openToAll: FlagDefinition['audience'] = { everyone: 'full' };
