import type { Key } from '../key.ts';

/** All that was refused of one system. */
export function quarantinePartition(system: string): string {
  return `SYSTEM#${system}`;
}

/** One thing that was refused. The id is the key, so that it is kept once. */
export function quarantineKey(system: string, id: string): Key {
  return { pk: quarantinePartition(system), sk: `ITEM#${id}` };
}

/** The id of what was refused, from its key. */
export function quarantineIdIn({ sk }: Key): string {
  return sk.slice('ITEM#'.length);
}
