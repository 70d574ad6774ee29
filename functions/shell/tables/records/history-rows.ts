import type { Subject } from '../../../../schemas/reference.ts';
import type { FlagChange } from '../../../core/flags/history.ts';
import { flagName } from '../../../core/record/flag-rows.ts';
import type { FlagIdentity } from '../../../core/record/flag-statement.ts';
import { type Key, rowKey } from '../keys.ts';

/** Records table: how the sort keys of all that was done to one flag begin. */
function historyRows(flag: FlagIdentity): string {
  return `HISTORY#${flagName(flag)}#`;
}

/** Records table: what the commit of a version did to a flag. Padded, so that rows sort by version. */
export function historyKey(subject: Subject, flag: FlagIdentity, version: number): Key {
  return rowKey(subject, `${historyRows(flag)}${String(version).padStart(12, '0')}`);
}

/** The row of what a commit did to a flag: it stays for as long as the record. */
export function historyItem(subject: Subject, change: FlagChange) {
  return { ...historyKey(subject, change.flag, change.version), change };
}
