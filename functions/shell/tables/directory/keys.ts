import { comparedKey } from '../../../../schemas/key-text.ts';
import type { Uprn } from '../../../../schemas/reference.ts';
import { boundedKey } from '../../../core/identity/bounded-key.ts';
import { nearReference } from '../../../core/identity/near-reference.ts';
import type { Key } from '../key.ts';

/** A home or block with everything the gazetteer says of it. */
export function placeKey(uprn: Uprn): Key {
  return { pk: `UPRN#${uprn}`, sk: 'PLACE' };
}

/** Partitions that lead to homes. The sort key of their items is the home. */
export const leadsTo = {
  block: (block: Uprn) => `BLOCK#${block}`,
  successor: (successor: Uprn) => `SUCCESSOR#${successor}`,
  reference: (system: string, reference: string) => `REFERENCE#${system}#${comparedKey(reference)}`,
} as const;

/** Every reference of a home or a case that is near one: equal but for zeros, spaces and signs. */
export function numberPartition(reference: string): string {
  return `NUMBER#${boundedKey(nearReference(reference))}`;
}

/** How the sort keys begin of what has exactly this reference. */
export function numberPrefix(reference: string): string {
  return `${boundedKey(comparedKey(reference))}#`;
}

/** What a system calls a home, or a case that was opened there. */
export function numberKey({ reference, kind, system, uprn }: Numbered): Key {
  const sk = `${numberPrefix(reference)}${kind}#${system}#UPRN#${uprn}`;
  return { pk: numberPartition(reference), sk };
}

/** A reference, what it is of, whose it is and where that is. */
export interface Numbered {
  reference: string;
  /** `home`, or the kind of a case. */
  kind: string;
  system: string;
  uprn: Uprn;
}

/** All homes that are not retired, in a hundred partitions so that no single one is written to by all. */
export const standingPartitions = Array.from({ length: 100 }, (_, index) => standingPartition(String(index)));

/** The partition in which a home is listed while it is not retired: by the last two digits. */
export function standingPartition(uprn: string): string {
  return `STANDING#${uprn.slice(-2).padStart(2, '0')}`;
}

/** The sort key of an item that leads to a home. */
export function leadKey(pk: string, uprn: Uprn): Key {
  return { pk, sk: `UPRN#${uprn}` };
}

/** Which home or person somebody said that a system means by a key of its own. One a key, beside the leads to a home. */
export function learntKey(system: string, key: string): Key {
  return { pk: leadsTo.reference(system, key), sk: 'LEARNT' };
}

/** The same in the list of all that was learnt of a system's keys. */
export function listedKey(system: string, key: string): Key {
  return { pk: `LEARNT#${system}`, sk: `KEY#${comparedKey(key)}` };
}

/** What an officer's request forgot of a key. */
export function forgettingKey(requestId: string): Key {
  return { pk: `FORGOTTEN#${requestId}`, sk: 'REQUEST' };
}
