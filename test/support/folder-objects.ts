import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Objects, StoredObject } from '../../functions/shell/objects.ts';

/** A bucket that is a folder. */
export function makeFolderObjects(folder: string): Objects {
  const place = async (key: string) => {
    const file = path.join(folder, key);
    await mkdir(path.dirname(file), { recursive: true });
    return file;
  };
  const stored = async (key: string): Promise<StoredObject> => ({
    key,
    bytes: (await stat(await place(key))).size,
  });
  const put = async (key: string, content: Readable) => {
    await pipeline(content, createWriteStream(await place(key)));
    return stored(key);
  };
  return {
    read: async key => createReadStream(await place(key)),
    write: (key, text) => put(key, Readable.from([text])),
    async writeFile(key, from) {
      await copyFile(from, await place(key));
      return stored(key);
    },
    join: (key, parts) =>
      put(
        key,
        Readable.from(
          (async function* () {
            for (const part of parts) yield* createReadStream(await place(part.key));
          })(),
        ),
      ),
    remove: async key => rm(await place(key), { force: true }),
  };
}
