import { Duration } from 'aws-cdk-lib';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { oldVersionsFor, privateBucket } from './private-bucket.ts';

/** How long each kind of thing is kept, in days; the snapshots in use are kept until the next is taken. */
const keptFor = { files: 90, results: 90, changes: 90, parts: 7 };

/**
 * The bucket that files are uploaded to and results fetched from, by signed links only: encrypted, closed to the public
 * and to plain HTTP. Old versions stay a month, so that nothing is lost by a mistake. It tells the account's own bus of
 * every object; each system's rule listens for its own.
 */
export class FileBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { removalPolicy }: Settings) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...privateBucket,
      removalPolicy,
      lifecycleRules: [
        ...Object.entries(keptFor).map(([kind, days]) => ({
          id: kind,
          prefix: `${kind}/`,
          expiration: Duration.days(days),
        })),
        oldVersionsFor(30),
      ],
    });
    // CDK's own switch for this deploys a function with rights over every bucket; CloudFormation has a property for it.
    const resource = this.bucket.node.defaultChild;
    if (resource instanceof CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    acknowledge(this.bucket, 'AwsSolutions-S1');
  }
}
