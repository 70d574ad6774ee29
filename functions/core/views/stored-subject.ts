import type { LiveFlags, SubjectRecord } from '../record/subject-record.ts';

/** One subject as it is stored: its record and the flags that live on it. */
export interface StoredSubject {
  record: SubjectRecord;
  flags: LiveFlags;
}
