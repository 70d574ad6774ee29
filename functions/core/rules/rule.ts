import type { FlagCode } from '../../../schemas/flags.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { SubjectRecord } from '../record/subject-record.ts';
import { startOf } from '../time/instants.ts';
import type { Finding } from './finding.ts';
import type { RuleVersion, Versions } from './versions.ts';

/** A derived flag: it holds while the rule finds something in the record at an instant, and clears itself when not. */
export interface Rule {
  code: FlagCode;
  versions: Versions<unknown>;
  /** What it finds by the version in force at that instant. */
  find(record: SubjectRecord, at: Instant): Finding | undefined;
  /** When time alone may change what it finds. */
  changesAt(record: SubjectRecord): Instant[];
}

/** What a rule looks for, with the thresholds of one version. */
interface Sought<T> {
  find(record: SubjectRecord, at: Instant, thresholds: T): Finding | undefined;
  /** Left out by a rule that does not look at the time. */
  changesAt?(record: SubjectRecord, thresholds: T): Instant[];
}

/** A rule with its versions. A record is looked at again on the day on which another version comes into force. */
export function defineRule<T>(
  code: FlagCode,
  versions: Versions<T>,
  { find, changesAt = () => [] }: Sought<T>,
): Rule {
  return {
    code,
    versions,
    find: (record, at) => find(record, at, versionAt(versions, at).thresholds),
    changesAt: record => [
      ...versions.flatMap(({ thresholds }) => changesAt(record, thresholds)),
      ...versions.flatMap(({ from }) => (from === undefined ? [] : [startOf(from)])),
    ],
  };
}

/** The version that is in force at an instant. */
export function versionAt<T>([first, ...later]: Versions<T>, at: Instant): RuleVersion<T> {
  return later.findLast(({ from }) => from !== undefined && startOf(from) <= at) ?? first;
}
