import { PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { Subject } from '../../schemas/reference.ts';
import type { Period } from '../core/record/periods.ts';
import {
  type HistoryBucket,
  type MovedItem,
  makeReadMoved,
  movedObjectKey,
  type ReadMoved,
} from './moved-objects.ts';
import { pack } from './packing/pack.ts';

/** Reads and writes the bucket of events that have left the records table. */
export interface MovedObjects extends ReadMoved {
  /**
   * Writes over what was read, and over nothing else.
   * @param etag of what was read; without it, only where there is nothing
   * @returns whether it was written: if not, somebody else has written.
   */
  write(
    subject: Subject,
    period: Period,
    items: readonly MovedItem[],
    etag: string | undefined,
  ): Promise<boolean>;
}

/** What S3 says where a condition does not hold, or another write was under way. */
const refused = new Set(['PreconditionFailed', 'ConditionalRequestConflict']);

/** Makes the reader and writer of the bucket. An object is packed as values of the table are, all of its events at once. */
export function makeMovedObjects(history: HistoryBucket): MovedObjects {
  const { client, bucket: Bucket } = history;
  return {
    ...makeReadMoved(history),
    async write(subject, period, items, etag) {
      const put = new PutObjectCommand({
        ...{ Bucket, Key: movedObjectKey(subject, period), Body: pack(items) },
        ContentType: 'application/octet-stream',
        ChecksumAlgorithm: 'SHA256',
        ...(etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag }),
      });
      try {
        await client.send(put);
        return true;
      } catch (error) {
        if (error instanceof S3ServiceException && refused.has(error.name)) return false;
        throw error;
      }
    },
  };
}
