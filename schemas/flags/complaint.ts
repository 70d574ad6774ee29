import { caseAudience, type FlagDefinition } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'complaint',
  life: 'state',
  hangsOn: 'property',
  severity: 'high',
  audience: caseAudience,
  owner: 'complaints',
  mayRaise: ['complaints', 'management'],
  mayClear: ['complaints', 'management'],
  secondPerson: false,
  reviewDays: 90,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.complaint,
} as const;

/** Complaints that are open: what is done and recorded at this home will be read by others. */
export const complaintFlags = [
  {
    ...common,
    code: 'open-complaint',
    severity: 'medium',
    instruction: 'Open complaint: tell the complaints team what you did and when.',
    reviewDays: 60,
  },
  {
    ...common,
    code: 'ombudsman-case',
    instruction: 'The Ombudsman is looking at this home: record everything, the same day.',
  },
  {
    ...common,
    code: 'ombudsman-order',
    severity: 'critical',
    instruction: 'The Ombudsman has ordered action here: do it by the date set, and keep the evidence.',
    reviewDays: 30,
  },
  {
    ...common,
    code: 'decided-twice-by-one',
    severity: 'medium',
    instruction:
      'Stage 2 of a complaint here was decided by whoever decided stage 1: have another person decide.',
    mayRaise: [],
    reviewDays: 30,
    derived: true,
  },
] as const satisfies readonly FlagDefinition[];
