import type { Instant } from '../../../schemas/reference.ts';
import { isOfThisHousehold } from '../record/household.ts';
import { type HeldFlag, type SubjectRecord, uprnOf } from '../record/subject-record.ts';

/**
 * Whether an assertion is about the subject on which it is kept. One in which a system names the person by a key of its own
 * is kept on the home while nobody can tell who that is: it is about somebody of the household that was there, until the
 * person is identified. On a person it counts unless that key was found to mean another.
 */
export function isAboutSubject(record: SubjectRecord, { knownAs, last }: HeldFlag, at: Instant): boolean {
  if (knownAs === undefined) return true;
  const linked = record.links.findLast(link => link.knownAs === knownAs)?.holds;
  if (uprnOf(record.subject) === undefined) return linked !== false;
  return linked !== true && isOfThisHousehold(record, last.at, at);
}
