import type { Flag } from '../../../schemas/flags.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import type { CaseKind } from '../record/row.ts';
import type { SubjectRecord } from '../record/subject-record.ts';

const work: ReadonlySet<CaseKind> = new Set(['work-order', 'leak', 'hazard']);

/** Whose open cases show whether somebody may be at work where the flag shows: its homes, and what it hangs on. */
export function whereWorkMayBe({ on, places }: Pick<Flag, 'on' | 'places'>): Subject[] {
  return [...new Set([on, ...places.map(propertySubject)])];
}

/** Whether a job, a leak or a hazard is open in one of these records. */
export function isWorkOpen(records: readonly Pick<SubjectRecord, 'openCases'>[]): boolean {
  return records.some(({ openCases }) => Object.values(openCases).some(({ kind }) => work.has(kind)));
}
