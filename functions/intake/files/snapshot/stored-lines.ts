import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Objects } from '../../../shell/objects.ts';
import { linesOf, textOf } from '../file-text.ts';

/** The compressed JSON lines of an object, one by one as they arrive. What this hub wrote is not checked again. */
export async function* storedLines<T>(objects: Objects, key: string): AsyncGenerator<T> {
  const gunzip = createGunzip();
  pipeline(await objects.read(key), gunzip, () => {});
  for await (const line of linesOf(textOf(gunzip, 'utf-8'))) yield JSON.parse(line);
}
