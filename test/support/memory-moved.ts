import { HubError } from '../../functions/shell/errors.ts';
import { movedObjectKey } from '../../functions/shell/moved-objects.ts';
import type { MovedObjects } from '../../functions/shell/moved-writer.ts';
import { pack, unpack } from '../../functions/shell/packing/pack.ts';

/** A bucket of history in memory, with what has been asked of it. */
export interface MemoryMoved extends MovedObjects {
  /** What is in it, by key, packed as it would be. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
  /** How often an object was read. */
  readonly reads: () => number;
}

/** Makes an empty bucket. Each write of an object gives it another tag. */
export function memoryMoved(): MemoryMoved {
  const objects = new Map<string, Uint8Array>();
  const tags = new Map<string, string>();
  let [writes, reads] = [0, 0];
  return {
    objects,
    reads: () => reads,
    async read(subject, period) {
      await Promise.resolve();
      reads += 1;
      const key = movedObjectKey(subject, period);
      const content = objects.get(key);
      if (content === undefined) throw new HubError(`There is no ${key}`, { retryable: false });
      return { items: unpack(content) as never, etag: tags.get(key) ?? '' };
    },
    async write(subject, period, items, etag) {
      await Promise.resolve();
      const key = movedObjectKey(subject, period);
      if (tags.get(key) !== etag) return false;
      writes += 1;
      objects.set(key, pack(items));
      tags.set(key, `"${writes}"`);
      return true;
    },
  };
}
