import type { Subject } from '../../../../schemas/reference.ts';
import type { FlagChange } from '../../../core/flags/history.ts';
import { historyKey } from './keys.ts';

/** The row of what a commit did to a flag: it stays for as long as the record. */
export function historyItem(subject: Subject, change: FlagChange) {
  return { ...historyKey(subject, change.flag, change.version), change };
}
