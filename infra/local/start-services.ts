import { type Engine, startEngine } from './dynamodb/engine.ts';
import { startEmulator } from './emulator.ts';
import { type LocalServer, listen } from './http-server.ts';
import type { Buckets } from './s3/buckets.ts';
import type { Queues } from './sqs/queues.ts';
import type { Stops } from './stops.ts';

/** What answers before anything of the template exists. */
export interface Services {
  /** Starting: Java takes about a second, and much can be done meanwhile. */
  readonly engine: Promise<Pick<Engine, 'endpoint'>>;
  readonly queues: Queues;
  readonly buckets: Buckets;
  readonly api: LocalServer;
  readonly control: LocalServer;
  readonly issuer: LocalServer;
}

/**
 * Starts the services on free ports of 127.0.0.1.
 *
 * @param stops told how to stop each of them
 * @param onFault told when a server fails to answer, or the engine ends by itself
 * @param now the hub's time
 * @param shared an engine that runs already
 */
export async function startServices(
  stops: Stops,
  onFault: (error: unknown) => void,
  now: () => Date,
  shared?: Pick<Engine, 'endpoint'>,
): Promise<Services> {
  const engine = shared === undefined ? startOwnEngine(stops, onFault) : Promise.resolve(shared);
  const { queues, buckets, stop } = await startEmulator(now);
  stops.add(stop);
  const server = async (): Promise<LocalServer> => {
    const opened = await listen(onFault);
    stops.add(() => opened.close());
    return opened;
  };
  return { engine, queues, buckets, api: await server(), control: await server(), issuer: await server() };
}

function startOwnEngine(stops: Stops, onLost: (error: unknown) => void): Promise<Engine> {
  const ending = new AbortController();
  const engine = startEngine({ onLost, signal: ending.signal });
  stops.add(async () => {
    ending.abort();
    await (await engine.catch(() => undefined))?.stop();
  });
  return engine;
}
