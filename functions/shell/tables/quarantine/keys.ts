import { comparedKey } from '../../../../schemas/key-text.ts';
import type { Key } from '../key.ts';

/** All that was refused of one system. */
export function quarantinePartition(system: string): string {
  return `SYSTEM#${system}`;
}

/** One thing that was refused. The id is the key, so that it is kept once. */
export function quarantineKey(system: string, id: string): Key {
  return { pk: quarantinePartition(system), sk: `ITEM#${id}` };
}

/** What begins the sort keys of the rows by which items that wait for a key are found. */
export function waitingPrefix(key: string): string {
  return `WAITS#${comparedKey(key)}#`;
}

/** The row by which an item is found as long as it waits for a key. */
export function waitingRowKey(system: string, key: string, id: string): Key {
  return { pk: quarantinePartition(system), sk: `${waitingPrefix(key)}${id}` };
}
