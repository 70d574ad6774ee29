import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env } from 'node:process';

/**
 * Gives functions a disk of their own while something runs. One that is killed leaves there what it wrote, as on Lambda, and
 * all of it goes at the end.
 */
export async function withOwnDisk<T>(run: () => Promise<T>): Promise<T> {
  const { TMPDIR: before } = env;
  const folder = await mkdtemp(path.join(tmpdir(), 'lintel-simulated-'));
  env['TMPDIR'] = folder;
  try {
    return await run();
  } finally {
    if (before === undefined) delete env['TMPDIR'];
    else env['TMPDIR'] = before;
    await rm(folder, { recursive: true, force: true });
  }
}
