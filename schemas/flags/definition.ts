import * as z from 'zod';
import { type Team, teamSchema, type Visibility } from '../teams.ts';
import type { Agreement } from './agreement.ts';

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

/**
 * How a flag ends. A state stands for what is not yet reversed or for an open case, and a fact until somebody says that it
 * is no longer so: however old, neither ends by date. A marker is about a person's conduct or needs, which the law does not
 * let a landlord keep for ever: it is suspended when nobody confirms it.
 */
export const lifeSchema = z.enum(['state', 'fact', 'marker']);

/** One code of the taxonomy. */
export interface FlagDefinition {
  code: string;
  family: z.infer<typeof familySchema>;
  hangsOn: z.infer<typeof hangsOnSchema>;
  severity: z.infer<typeof severitySchema>;
  /** What a colleague does about it, in plain words and without saying why. */
  instruction: string;
  audience: { everyone: Visibility; teams?: Partial<Record<Team, Visibility>> };
  /** The team that reviews it, settles conflicts about it and finds out where it belongs: it sees it in full. */
  owner: Team;
  /** Whose officers raise it: of any other team they propose it. Nobody’s where a rule alone raises it. */
  mayRaise: readonly Team[];
  /** Whose officers clear it: all of them see why it stands. */
  mayClear: readonly Team[];
  /** It is about somebody’s conduct: a second person decides that it stands (ICO on warning markers). */
  secondPerson: boolean;
  /** Days until the flag has to be looked at again: no flag without a review date. */
  reviewDays: number;
  life: z.infer<typeof lifeSchema>;
  /** The most days without anybody saying or reviewing it: a marker is suspended then, a state or fact is overdue for review. */
  maximumDays: number;
  /** The duty under which it is held, in one sentence, for the data protection impact assessment. */
  lawfulBasis: string;
  /** What it may rest on beside that duty, where the law lets it: whoever raises it may say which. Nothing for conduct. */
  agreements?: readonly Agreement['kind'][];
  /** Where the person lives is said to no system: a mark on the home would lead to whom the flag protects. */
  marksNoHome?: true;
  /** A rule of the hub raises it, and clears what it raised: nobody else does, unless `mayRaise` names them. */
  derived?: true;
  /** Only officers decide that it stands, through the hub: no system has a word for it, and no rule finds it. */
  decidedByOfficers?: true;
  /** Its own rule counts time that the hub does not count yet: until then people alone say it. */
  waitsForClock?: true;
}

/** Instruction for everyone, reasons for those who manage the risk (Clift v Slough: need to know). */
export const instructionForAll: FlagDefinition['audience'] = {
  everyone: 'instruction',
  teams: { 'resident-services': 'full', 'tenancy-enforcement': 'full', management: 'full' },
};

/** The teams that see the reasons of `instructionForAll`, and so can decide about them. */
export const knowWhy = [
  'resident-services',
  'tenancy-enforcement',
  'management',
] as const satisfies readonly Team[];

/** Every team that meets or speaks to residents: what they find out they may raise. */
export const everyService = teamSchema.exclude(['data-protection']).options;

/** A fact about bricks and pipes: nothing in it is personal. */
export const openToAll: FlagDefinition['audience'] = { everyone: 'full' };

/** An open case: what to do for everyone, what it is about for those who answer for it. */
export const caseAudience: FlagDefinition['audience'] = {
  everyone: 'instruction',
  teams: { management: 'full', complaints: 'full', disrepair: 'full' },
};
