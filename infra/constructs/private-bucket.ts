import { Duration } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  BucketEncryption,
  type BucketProps,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';

/** What every bucket of the hub is: encrypted, closed to the public, to other accounts and to plain HTTP, with its old versions. */
export const privateBucket = {
  encryption: BucketEncryption.S3_MANAGED,
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
} as const satisfies BucketProps;

/** For how long an object can be had back as it was before it was written over or deleted. */
export function oldVersionsFor(days: number): LifecycleRule {
  return {
    id: 'old-versions',
    noncurrentVersionExpiration: Duration.days(days),
    expiredObjectDeleteMarker: true,
    abortIncompleteMultipartUploadAfter: Duration.days(1),
  };
}
