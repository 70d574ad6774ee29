import { type FlagDefinition, instructionForAll, knowWhy } from './definition.ts';
import { lawfulBasis } from './lawful-basis.ts';

const common = {
  family: 'staff-safety',
  life: 'marker',
  hangsOn: 'person',
  audience: instructionForAll,
  owner: 'tenancy-enforcement',
  mayRaise: knowWhy,
  mayClear: knowWhy,
  secondPerson: true,
  reviewDays: 180,
  maximumDays: 365,
  lawfulBasis: lawfulBasis.staffSafety,
} as const;

/** Markers about a person's conduct, so that colleagues come home safely (HSWA 1974). */
export const staffSafetyFlags = [
  {
    ...common,
    code: 'do-not-attend',
    severity: 'critical',
    instruction: 'Do not attend. Ask the authorising officer first.',
  },
  {
    ...common,
    code: 'do-not-visit-alone',
    severity: 'critical',
    instruction: 'Visit in pairs. Never go alone.',
  },
  {
    ...common,
    code: 'do-not-interview-alone',
    severity: 'high',
    instruction: 'Interview with a colleague present.',
  },
  {
    ...common,
    code: 'no-female-staff-alone',
    severity: 'high',
    instruction: 'No female colleague is to visit.',
  },
  {
    ...common,
    code: 'physical-abuse',
    severity: 'critical',
    instruction: 'Visit in pairs and agree a check-in call before going in.',
  },
  {
    ...common,
    code: 'verbal-abuse',
    severity: 'high',
    instruction: 'Visit in pairs. Leave if voices are raised.',
  },
  {
    ...common,
    code: 'anti-social-behaviour',
    severity: 'high',
    instruction: 'Speak to tenancy enforcement before you visit.',
  },
  {
    ...common,
    code: 'dangerous-animals',
    severity: 'high',
    instruction: 'Have animals shut away before you go in.',
  },
  {
    ...common,
    code: 'unsafe-environment',
    severity: 'high',
    instruction: 'Wear protective equipment; leave if it is not safe to work.',
  },
  {
    ...common,
    code: 'court-order-in-force',
    severity: 'high',
    instruction: 'Speak to tenancy enforcement before any contact.',
  },
  {
    ...common,
    code: 'other-incident',
    severity: 'medium',
    instruction: 'Call resident services before you visit.',
  },
  {
    ...common,
    code: 'seek-advice',
    severity: 'medium',
    instruction: 'Call resident services for advice before you visit.',
  },
] as const satisfies readonly FlagDefinition[];
