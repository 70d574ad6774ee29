import type { FlagCode } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import type { Finding } from './finding.ts';

/** A derived flag: it holds while the rule finds something in the record at an instant, and clears itself when not. */
export interface Rule {
  code: FlagCode;
  version: number;
  find(record: SubjectRecord, at: Instant): Finding | undefined;
  /** When time alone may change what it finds; left out by a rule that does not look at the time. */
  changesAt?(record: SubjectRecord): Instant[];
}
