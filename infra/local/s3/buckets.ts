import type { buildApp } from 'fauxqs';
import type { BucketPlan } from '../plan/buckets.ts';
import { whyRefused } from './conditions.ts';

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
  const exists = async (url: string) => (await app.inject({ method: 'HEAD', url })).statusCode === 200;
  app.addHook('preHandler', async (request, reply) => {
    const { method, headers, body } = request;
    const url = new URL(request.url, 'http://local');
    const refused = await whyRefused(
      { method, url, headers, body, exists: () => exists(url.pathname) },
      now(),
    );
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
