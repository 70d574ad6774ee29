import type { LocalReference, SystemName } from '../../../../schemas/reference.ts';
import { type Key, receiptKey } from '../keys.ts';

/** Deliveries table: all that is kept of one system. */
export function systemPartition(system: SystemName): string {
  return receiptKey(system, { id: '' }).pk;
}

const flagRows = 'FLAG#';
const ownWarningRows = 'OWN#';

/** Deliveries table: a warning of a system's own that the hub knows nothing of. */
export function ownWarningKey(system: SystemName, reference: LocalReference): Key {
  return { pk: systemPartition(system), sk: `${ownWarningRows}${encodeURIComponent(reference)}` };
}

/** Whether a row is of a warning of a system's own. */
export function isOwnWarning({ sk }: Pick<Key, 'sk'>): boolean {
  return sk.startsWith(ownWarningRows);
}

/** The flag that a row is of, or undefined when it is of none. */
export function flagIdIn({ sk }: Pick<Key, 'sk'>): string | undefined {
  return sk.startsWith(flagRows) ? sk.slice(flagRows.length) : undefined;
}
