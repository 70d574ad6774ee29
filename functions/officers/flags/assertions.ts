import type { Flag } from '../../../schemas/flags.ts';
import { flagKey } from '../../core/record/flag-rows.ts';
import type { SubjectRecord } from '../../core/record/subject-record.ts';

/** The keys of the rows in which source systems assert a flag now. */
export function assertionsOf(flag: Flag, record: SubjectRecord | undefined): string[] {
  const held = Object.entries(record?.heldFlags ?? {});
  return held.filter(([, assertion]) => flagKey(assertion) === flagKey(flag)).map(([key]) => key);
}
