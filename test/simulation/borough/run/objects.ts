import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Objects } from '../../../../functions/shell/objects.ts';

/** A bucket in memory. */
export function memoryObjects(): Objects {
  const kept = new Map<string, Buffer>();
  const put = (key: string, content: Buffer) => {
    kept.set(key, content);
    return Promise.resolve({ key, bytes: content.byteLength });
  };
  const contentOf = (key: string) => kept.get(key) ?? Buffer.alloc(0);
  return {
    read: key => Promise.resolve(Readable.from([contentOf(key)])),
    write: (key, text) => put(key, Buffer.from(text)),
    writeFile: async (key, path) => put(key, await readFile(path)),
    join: async (key, parts) => put(key, await buffer(Readable.from(parts.map(part => contentOf(part.key))))),
    remove: key => Promise.resolve(void kept.delete(key)),
  };
}
