import { createHash } from 'node:crypto';
import type { Answer, Json } from '../world/process.ts';

/** A bucket of S3: what is in it, by its key. */
export interface Bucket {
  readonly objects: ReadonlyMap<string, Buffer>;
  serve(operation: string, body: Json): Answer;
}

const error = (code: string) => Buffer.from(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
const tagOf = (content: Buffer) => `"${createHash('md5').update(content).digest('hex')}"`;

/** Makes an empty bucket. @param onCreated called when an object was put there */
export function makeBucket(onCreated: (key: string) => void = () => undefined): Bucket {
  const objects = new Map<string, Buffer>();
  const serves: Record<string, (body: Json) => Answer> = {
    PUT({ key, content, ifMatch, ifNoneMatch }) {
      const before = objects.get(key);
      if (ifMatch !== undefined && before === undefined) return { status: 404, body: error('NoSuchKey') };
      const isOther =
        before !== undefined && (ifNoneMatch === '*' || (ifMatch ?? tagOf(before)) !== tagOf(before));
      if (isOther) return { status: 412, body: error('PreconditionFailed') };
      objects.set(key, content);
      onCreated(key);
      return { status: 200, headers: { etag: tagOf(content) } };
    },
    DELETE({ key }) {
      objects.delete(key);
      return { status: 204 };
    },
    GET({ key }) {
      const found = objects.get(key);
      if (found === undefined) return { status: 404, body: error('NoSuchKey') };
      const headers = { 'content-length': String(found.length), etag: tagOf(found) };
      return { status: 200, headers, body: found };
    },
  };
  return {
    objects,
    serve(operation, body) {
      const serve = serves[operation];
      if (serve === undefined) throw new Error(`S3: ${operation}`);
      return serve(body);
    },
  };
}
