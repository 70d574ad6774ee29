import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { HubError } from './errors.ts';

/** A thing in the bucket: where, and how long it is. */
export interface StoredObject {
  key: string;
  bytes: number;
}

/** The bucket of files: uploads, results, and the last snapshot of each feed. */
export interface Objects {
  read(key: string): Promise<Readable>;
  /** Writes a text, whole. */
  write(key: string, text: string): Promise<StoredObject>;
  /** Writes the content of a local file, streaming. */
  writeFile(key: string, path: string): Promise<StoredObject>;
  /** Writes several objects one after the other into one, streaming. */
  join(key: string, parts: readonly StoredObject[]): Promise<StoredObject>;
  remove(key: string): Promise<void>;
}

const contentType = 'application/x-ndjson';

/** Makes the reader and writer of one bucket. */
export function makeObjects({ client, bucket }: { client: S3Client; bucket: string }): Objects {
  const read = async (key: string): Promise<Readable> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (Body instanceof Readable) return Body;
    throw new HubError(`The object ${key} has no content`, { retryable: true });
  };
  const put = async (key: string, body: Readable | Buffer, bytes: number): Promise<StoredObject> => {
    const Body = body instanceof Readable && bytes === 0 ? Buffer.alloc(0) : body;
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body,
        ContentLength: bytes,
        ContentType: contentType,
      }),
    );
    return { key, bytes };
  };
  return {
    read,
    write(key, text) {
      const body = Buffer.from(text);
      return put(key, body, body.byteLength);
    },
    writeFile: async (key, path) => put(key, createReadStream(path), (await stat(path)).size),
    join(key, parts) {
      const bytes = parts.reduce((total, part) => total + part.bytes, 0);
      return put(key, Readable.from(contents(parts, read)), bytes);
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}

async function* contents(parts: readonly StoredObject[], read: Objects['read']): AsyncGenerator<Buffer> {
  for (const { key } of parts) yield* await read(key);
}
