import type { buildApp } from 'fauxqs';
import type { BucketPlan } from '../plan/buckets.ts';
import { isConditional, whyRefused } from './conditions.ts';

/** The emulator's HTTP application. */
export type EmulatorApp = ReturnType<typeof buildApp>;

/** An object that was put into a bucket. */
export interface CreatedObject {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly etag: string;
}

/** The app's buckets. */
export interface Buckets {
  create(plan: BucketPlan): Promise<void>;
  /** Says who hears of objects, in the buckets whose template asks for it; the answer to the put waits for them. */
  announceTo(listener: (object: CreatedObject) => Promise<void>): void;
}

/**
 * Adds to the emulator's S3 what it lacks: the conditions of a put, the expiry of signed links, and announcements.
 *
 * @param app the emulator, before it listens
 * @param now the hub's time
 */
export function openBuckets(app: EmulatorApp, now: () => Date): Buckets {
  const announcing = new Set<string>();
  let listener: (object: CreatedObject) => Promise<void> = () => Promise.resolve();
  const etag = async (url: string) => {
    const { statusCode, headers } = await app.inject({ method: 'HEAD', url });
    return statusCode === 200 ? String(headers.etag) : undefined;
  };
  const turn = makeTurns();
  app.addHook('onResponse', async request => turn.over(request.id));
  app.addHook('onRequestAbort', async request => turn.over(request.id));
  app.addHook('preHandler', async (request, reply) => {
    const { method, headers, body } = request;
    const url = new URL(request.url, 'http://local');
    if (method === 'PUT' && isConditional(headers)) await turn.of(request.id);
    const refused = await whyRefused({ method, url, headers, body, etag: () => etag(url.pathname) }, now());
    if (refused === undefined) return;
    const xml = `<?xml version="1.0"?><Error><Code>${refused.code}</Code></Error>`;
    await reply.status(refused.status).header('content-type', 'application/xml').send(xml);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const [, bucket = '', ...path] = new URL(request.url, 'http://local').pathname.split('/');
    const isPut = request.method === 'PUT' && path.length > 0 && reply.statusCode === 200;
    if (isPut && announcing.has(bucket)) {
      const key = decodeURIComponent(path.join('/'));
      const size = Buffer.isBuffer(request.body) ? request.body.byteLength : 0;
      await listener({ bucket, key, size, etag: String(reply.getHeader('etag')).replaceAll('"', '') });
    }
    return payload;
  });
  return {
    async create({ name, announces }) {
      const { statusCode, payload } = await app.inject({ method: 'PUT', url: `/${name}` });
      if (statusCode !== 200) throw new Error(`S3 CreateBucket ${name} failed: ${payload}`);
      if (announces) announcing.add(name);
    },
    announceTo(next) {
      listener = next;
    },
  };
}

/** Has requests wait for each other: what a condition asks about is as it was until the put is done. */
function makeTurns() {
  const ends = new Map<string, () => void>();
  let last: Promise<void> = Promise.resolve();
  return {
    async of(id: string): Promise<void> {
      const before = last;
      last = new Promise(resolve => {
        ends.set(id, resolve);
      });
      await before;
    },
    over(id: string): void {
      ends.get(id)?.();
      ends.delete(id);
    },
  };
}
