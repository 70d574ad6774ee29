import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the range from which systems give out ports by themselves (32768 on Linux, 49152 elsewhere). A port of that range may be
 * given to somebody else, even to the very connection that asks whether it answers, before who it was meant for has it.
 */
const [LOWEST, ABOVE] = [20_000, 32_768];

/** Finds a port that nobody listens at, for a program that cannot choose one itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, ABOVE);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  server.once('error', () => resolve(false)).listen(port, () => resolve(true));
  const free = await promise;
  if (free) await new Promise(closed => server.close(closed));
  return free;
}
