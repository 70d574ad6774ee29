import { buildApp } from 'fauxqs';
import { REGION } from './place.ts';
import { type Buckets, openBuckets } from './s3/buckets.ts';
import { completeSqs } from './sqs/complete-sqs.ts';
import { openQueues, type Queues } from './sqs/queues.ts';

/** SQS and S3, played by one emulator inside this process. */
export interface Emulator {
  readonly queues: Queues;
  readonly buckets: Buckets;
  stop(): Promise<void>;
}

/**
 * Starts the emulator on a free port.
 *
 * @param now the hub's time, by which links expire and messages that were deferred come again
 */
export async function startEmulator(now: () => Date): Promise<Emulator> {
  const app = buildApp({ logger: false, defaultRegion: REGION });
  const buckets = openBuckets(app, now);
  completeSqs(app, () => queues);
  const queues = openQueues(app, await app.listen({ port: 0, host: '127.0.0.1' }), now);
  return { queues, buckets, stop: () => app.close() };
}
