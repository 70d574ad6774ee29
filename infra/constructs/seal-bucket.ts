import { Duration } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Bucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { Settings } from '../settings.ts';
import { privateBucket } from './private-bucket.ts';

/** A seal outlives its day's rows, so that the next day's seal is still known to be on its chain. */
const sealsOutlive = 62;

/**
 * A bucket that is written to once for each key, and from which nobody takes anything away before its time. Its policy, which
 * an administrator may change, says so; where it is locked, S3 itself does, to everybody, for as long as the audit is kept.
 */
export class SealBucket extends Construct {
  readonly bucket: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { settings: { auditDays, removalPolicy }, locked }: { settings: Settings; locked: boolean },
  ) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...privateBucket,
      removalPolicy,
      ...(locked && { objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(auditDays)) }),
      lifecycleRules: [
        { id: 'rows', prefix: 'rows/', expiration: Duration.days(auditDays) },
        { id: 'seals', prefix: 'seals/', expiration: Duration.days(auditDays + sealsOutlive) },
        {
          id: 'old-versions',
          noncurrentVersionExpiration: Duration.days(1),
          expiredObjectDeleteMarker: true,
        },
      ],
    });
    this.deny(['s3:DeleteObject', 's3:DeleteObjectVersion']);
    this.deny(['s3:PutObject'], { Null: { 's3:if-none-match': 'true' } });
    acknowledge(this.bucket, 'AwsSolutions-S1');
  }

  private deny(actions: string[], conditions: Record<string, Record<string, string>> = {}): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        resources: [this.bucket.arnForObjects('*')],
        actions,
        conditions,
      }),
    );
  }
}
