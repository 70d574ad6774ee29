import type { Answer, Json } from '../world/process.ts';

/** A bucket of S3: what is in it, by its key. */
export interface Bucket {
  readonly objects: ReadonlyMap<string, Buffer>;
  serve(operation: string, body: Json): Answer;
}

const missing = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>There is none</Message></Error>';

/** Makes an empty bucket. @param onCreated called when an object was put there */
export function makeBucket(onCreated: (key: string) => void): Bucket {
  const objects = new Map<string, Buffer>();
  return {
    objects,
    serve(operation, { key, content }) {
      if (operation === 'PUT') {
        objects.set(key, content);
        onCreated(key);
        return { status: 200, headers: { etag: '"1"' } };
      }
      if (operation === 'DELETE') {
        objects.delete(key);
        return { status: 204 };
      }
      const found = objects.get(key);
      if (operation !== 'GET') throw new Error(`S3: ${operation}`);
      if (found === undefined) return { status: 404, body: Buffer.from(missing) };
      return { status: 200, headers: { 'content-length': String(found.length) }, body: found };
    },
  };
}
