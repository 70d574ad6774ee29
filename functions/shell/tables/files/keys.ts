import type { SystemName } from '../../../../schemas/reference.ts';
import type { Key } from '../key.ts';

/** A file that a system was given a link for. */
export function fileKey(system: SystemName, fileId: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FILE#${fileId}` };
}

/** Which snapshot of a feed was taken last. */
export function feedKey(system: SystemName, feed: string): Key {
  return { pk: `SYSTEM#${system}`, sk: `FEED#${feed}` };
}
