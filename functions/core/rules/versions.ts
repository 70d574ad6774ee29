import type { CalendarDate } from '../../../schemas/reference.ts';

/** One version of a rule: its number, the first day on which it is in force, and its thresholds. */
export interface RuleVersion<T> {
  version: number;
  /** The first version is in force from the beginning. */
  from?: CalendarDate;
  thresholds: T;
}

/** All versions of a rule, the earliest first. */
export type Versions<T> = readonly [RuleVersion<T>, ...RuleVersion<T>[]];

const first = (version: number): Versions<object> => [{ version, thresholds: {} }];

/**
 * The versions of every rule: a landlord's decisions, not constants of the code. What a rule finds is by the version in
 * force at that instant. To change a threshold, add a version with the day from which it holds; never edit an older one.
 */
export const ruleVersions = {
  accessMissed: first(3),
  activeLeak: first(1),
  closedUnderLegalHold: first(1),
  closedWithoutEvidence: first(1),
  dampAndMould: first(1),
  decidedTwiceByOne: first(1),
  emergencyHazard: first(1),
  householdUnconfirmed: first(1),
  recurrentLeak: [{ version: 2, thresholds: { memoryDays: 365, leaks: 2 } }] as Versions<{
    /** How long a leak counts towards a pattern, in days of 24 hours, and how many make one. */
    memoryDays: number;
    leaks: number;
  }>,
  significantHazard: first(1),
};
