import { type FlagDefinition, openToAll } from './definition.ts';

const caseAudience = {
  everyone: 'instruction',
  teams: { management: 'full', complaints: 'full', disrepair: 'full' },
} as const;

/** Open matters that every colleague at the door should know of. */
export const caseFlags = [
  {
    code: 'disrepair-claim',
    family: 'legal',
    hangsOn: 'property',
    severity: 'high',
    instruction: 'Disrepair claim: take photographs; close no repair without the disrepair team.',
    audience: caseAudience,
    reviewDays: 90,
  },
  {
    code: 'termination-requested',
    family: 'legal',
    hangsOn: 'tenancy',
    severity: 'low',
    instruction: 'The tenant has asked to leave: refer calls to the housing officer.',
    audience: openToAll,
    reviewDays: 60,
  },
  {
    code: 'open-complaint',
    family: 'complaint',
    hangsOn: 'property',
    severity: 'medium',
    instruction: 'Open complaint: tell the complaints team what you did and when.',
    audience: caseAudience,
    reviewDays: 60,
  },
  {
    code: 'ombudsman-case',
    family: 'complaint',
    hangsOn: 'property',
    severity: 'high',
    instruction: 'The Ombudsman is looking at this home: record everything, the same day.',
    audience: caseAudience,
    reviewDays: 90,
  },
] as const satisfies readonly FlagDefinition[];
