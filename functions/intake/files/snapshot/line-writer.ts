import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Writes JSON lines, compressed, to a local file. */
export interface LineWriter {
  write(value: object): Promise<void>;
  end(): Promise<void>;
}

/** Lines are gathered to this many characters, so that compressing is not done line by line. */
const gathered = 64 * 1024;

/** Makes the writer of one file; `write` waits while the disk is behind. */
export function makeLineWriter(file: string): LineWriter {
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(file));
  let text = '';
  const flush = async () => {
    const ready = gzip.write(text);
    text = '';
    if (!ready) await Promise.race([once(gzip, 'drain'), written]);
  };
  return {
    async write(value) {
      text += `${JSON.stringify(value)}\n`;
      if (text.length >= gathered) await flush();
    },
    async end() {
      gzip.end(text);
      await written;
    },
  };
}
