import type { Flag } from '../../../../schemas/flags.ts';
import type { LocalReference, SystemName } from '../../../../schemas/reference.ts';
import type { Key } from '../key.ts';

/** All that is kept of one system. */
export function systemPartition(system: SystemName): string {
  return `SYSTEM#${system}`;
}

const flagRows = 'FLAG#';
const ownWarningRows = 'OWN#';

/** What a system was sent of a flag, and which version it acknowledged. */
export function receiptKey(system: SystemName, { id }: Pick<Flag, 'id'>): Key {
  return { pk: systemPartition(system), sk: `${flagRows}${id}` };
}

/** Whether a system is called. */
export function circuitKey(system: SystemName): Key {
  return { pk: systemPartition(system), sk: 'CIRCUIT' };
}

/** A warning of a system's own that the hub knows nothing of. */
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
