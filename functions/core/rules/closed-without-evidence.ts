import { proofsOwed } from '../record/proofs.ts';
import { findingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/**
 * Work here was said to be done, and nothing shows it: nobody is named who did it, there is no evidence, and the resident
 * did not confirm it. It holds until something does, or the work is raised again or cancelled. What a list of open
 * jobs has no more was not said to be done.
 */
export const closedWithoutEvidence = defineRule(
  'closed-without-evidence',
  ruleVersions.closedWithoutEvidence,
  {
    find(record) {
      const owed = proofsOwed(record);
      const finding = findingOf(owed);
      return finding && { ...finding, references: owed.map(({ reference }) => reference) };
    },
  },
);
