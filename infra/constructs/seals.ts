import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { SealBucket } from './seal-bucket.ts';

/** Where the seals of the audit are kept and, where that is wanted, a locked copy of them and of the rows. */
export class Seals extends Construct {
  readonly bucket: Bucket;
  readonly copy: Bucket | undefined;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.bucket = new SealBucket(this, 'Seals', { settings, locked: false }).bucket;
    this.copy = settings.auditCopy
      ? new SealBucket(this, 'Copy', { settings, locked: true }).bucket
      : undefined;
  }

  get buckets(): readonly Bucket[] {
    return this.copy === undefined ? [this.bucket] : [this.bucket, this.copy];
  }
}
