import { GetObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { Subject } from '../../schemas/reference.ts';
import { derivedId } from '../core/envelope/derived-id.ts';
import type { Period } from '../core/record/periods.ts';
import { HubError } from './errors.ts';
import { unpack } from './packing/pack.ts';

const itemSchema = z.looseObject({ sk: z.string() });

/** A row of the records table as it was moved: all that it had but its partition, with nothing packed in it. */
export type MovedItem = z.infer<typeof itemSchema>;

/** The events of a subject and a period, and by what it is known that nobody has written them since. */
export interface MovedObject {
  items: readonly MovedItem[];
  etag: string;
}

/** Reads the bucket of events that have left the records table. */
export interface ReadMoved {
  /** @throws {HubError} when it is not there, whatever an index says: events are missing. */
  read(subject: Subject, period: Period): Promise<MovedObject>;
}

/** The bucket of history, and where its client leads. */
export interface HistoryBucket {
  client: S3Client;
  bucket: string;
}

/**
 * Where the events of a subject and a period lie. A system's key of a person is in no name: names are in logs and lists.
 */
export function movedObjectKey(subject: Subject, period: Period): string {
  const place = subject.startsWith('person/') ? `person/${derivedId(subject)}` : subject;
  return `events/${place}/${period}`;
}

/** Makes the reader of the bucket. */
export function makeReadMoved({ client, bucket: Bucket }: HistoryBucket): ReadMoved {
  return {
    async read(subject, period) {
      const Key = movedObjectKey(subject, period);
      try {
        const { Body, ETag = '' } = await client.send(new GetObjectCommand({ Bucket, Key }));
        const content = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { items: z.array(itemSchema).parse(unpack(content)), etag: ETag };
      } catch (error) {
        if (!(error instanceof S3ServiceException && error.name === 'NoSuchKey')) throw error;
        throw new HubError(`The bucket of history has no ${Key}: restore its last version`, {
          retryable: false,
        });
      }
    },
  };
}
