import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeObjects, historyReason } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { allow } from './allow.ts';
import type { HubFunction } from './hub-function.ts';
import { oldVersionsFor, privateBucket } from './private-bucket.ts';

/** So long an object can be had back as it was before it was written over or deleted. */
const oldVersionDays = 90;

/** What the keys of all events begin with. */
const eventObjects = 'events';

/**
 * The bucket of events that have left the records table: an object for each subject and year. Nothing in it expires. Objects are
 * a few KB, and every cheaper class of S3 charges for 128 KB at least, so they stay in the usual one.
 */
export class HistoryBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { removalPolicy }: Settings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...privateBucket,
      removalPolicy,
      lifecycleRules: [oldVersionsFor(oldVersionDays)],
    });
    // Whoever writes says over what: nothing that another has written meanwhile is lost.
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' } },
      }),
    );
    acknowledge(this.bucket, 'AwsSolutions-S1');
  }
}

/** Lets a function read events that have left the table. */
export function readsHistory(reader: HubFunction, bucket: Bucket): void {
  reader.function.addEnvironment('HISTORY_BUCKET', bucket.bucketName);
  reader.permit(allow('s3', ['GetObject'], [bucket.arnForObjects(`${eventObjects}/*`)]));
  acknowledgeObjects(reader, bucket, [eventObjects], historyReason);
}

/** Lets the function that moves events write there too. */
export function writesHistory(mover: HubFunction, bucket: Bucket): void {
  readsHistory(mover, bucket);
  mover.permit(allow('s3', ['PutObject'], [bucket.arnForObjects(`${eventObjects}/*`)]));
}
