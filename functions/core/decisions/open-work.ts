import type { Flag } from '../../../schemas/flags.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import { openHazards } from '../record/hazards.ts';
import type { CaseKind } from '../record/row.ts';
import type { SubjectRecord } from '../record/subject-record.ts';

const work: ReadonlySet<CaseKind> = new Set(['work-order', 'leak']);

/** Whose open cases show whether somebody may be at work where the flag shows: its homes, and what it hangs on. */
export function whereWorkMayBe({ on, places }: Pick<Flag, 'on' | 'places'>): Subject[] {
  return [...new Set([on, ...places.map(propertySubject)])];
}

/** Whether a job, a leak or a hazard is open in one of these records. */
export function isWorkOpen(records: readonly Pick<SubjectRecord, 'openCases' | 'hazards'>[]): boolean {
  return records.some(
    record =>
      openHazards(record).length > 0 || Object.values(record.openCases).some(({ kind }) => work.has(kind)),
  );
}
