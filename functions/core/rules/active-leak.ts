import type { OpenCase, SubjectRecord } from '../record/subject-record.ts';
import { findingOfOpen } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/** Leaks that are not resolved and come into this home or seem to come from it; a block only counts them. */
export function unresolvedLeaks({ openCases }: SubjectRecord): OpenCase[] {
  return Object.values(openCases).filter(({ kind, facts }) => kind === 'leak' && facts['part'] !== 'block');
}

/** A leak here is reported and not resolved (R5, R16). */
export const activeLeak = defineRule('active-leak', ruleVersions.activeLeak, {
  find: record => findingOfOpen(unresolvedLeaks(record)),
});
