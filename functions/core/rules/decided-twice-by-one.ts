import { decidedBy } from '../record/effects/complaint.ts';
import type { OpenCase } from '../record/subject-record.ts';
import { findingOf, openingOf } from './finding.ts';
import { defineRule } from './rule.ts';
import { ruleVersions } from './versions.ts';

/**
 * Both stages of an open complaint were decided by one person. Stage 2 is to be considered by somebody else than stage 1
 * (Complaint Handling Code 2024, paragraph 6.13). It holds until another person has decided, or the complaint is over.
 */
export const decidedTwiceByOne = defineRule('decided-twice-by-one', ruleVersions.decidedTwiceByOne, {
  find: ({ openCases }) =>
    findingOf(
      Object.values(openCases)
        .filter(one => one.kind === 'complaint' && isDecidedTwiceByOne(one))
        .map(openingOf),
    ),
});

function isDecidedTwiceByOne({ facts }: OpenCase): boolean {
  const [first, second] = ([1, 2] as const).map(stage => spelled(facts[decidedBy(stage)]));
  return first !== undefined && first === second;
}

/** Who it was, however spaced and in whatever case. */
function spelled(name: unknown): string | undefined {
  return typeof name === 'string' ? name.trim().replace(/\s+/g, ' ').toLowerCase() : undefined;
}
