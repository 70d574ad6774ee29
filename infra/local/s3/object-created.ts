import type { AwsEvent } from '../events/put-events.ts';
import { ACCOUNT } from '../place.ts';
import type { CreatedObject } from './buckets.ts';

/**
 * What S3 tells the account's own bus of a new object.
 *
 * @param object the object
 * @param requestId of the put
 */
export function objectCreated({ bucket, key, size, etag }: CreatedObject, requestId: string): AwsEvent {
  return {
    source: 'aws.s3',
    detailType: 'Object Created',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, sequencer: requestId.replaceAll('-', '').slice(0, 18).toUpperCase() },
      'request-id': requestId,
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason: 'PutObject',
    },
  };
}
