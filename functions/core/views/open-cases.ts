import type { Instant } from '../../../schemas/reference.ts';
import { openHazards } from '../record/hazards.ts';
import { isOfThisHousehold } from '../record/household.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { hazardCase, type ShownCase } from './hazard-case.ts';
import { casesInOrder } from './in-order.ts';
import { namedFacts } from './named-facts.ts';
import type { Viewer } from './need-to-know.ts';
import { readTexts, safeguardingExposure } from './texts.ts';

/** What is open at the home; enforcement is against a household, and no business of the one that comes after it. */
export function openCasesOf(record: SubjectRecord | undefined, at: Instant): ShownCase[] {
  if (record === undefined) return [];
  const cases = Object.values(record.openCases).filter(
    ({ kind, openedAt }) =>
      kind !== 'tenancy' && (kind !== 'enforcement' || isOfThisHousehold(record, openedAt, at)),
  );
  return casesInOrder([...cases, ...openHazards(record).map(hazardCase)]);
}

/** Nothing in a case is sealed; but what a system calls it may say what the home must not be marked by. */
export function caseView(
  { kind, system, reference, openedAt, openedOnDay, stage, facts }: ShownCase,
  viewer: Viewer,
) {
  const phrase = (words: string) => safeguardingExposure(words, viewer, system);
  const seen = readTexts({ reference, facts: namedFacts(facts) }, { sealed: () => 'withheld', phrase });
  if (typeof seen?.data['reference'] !== 'string') return undefined;
  const { facts: shown } = seen.data as { facts: Record<string, unknown> };
  return {
    answer: { kind, system, reference, openedAt, openedOnDay, stage, facts: shown },
    details: seen.details,
  };
}
