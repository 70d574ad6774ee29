import { beforeAll, describe, expect, test } from 'vitest';
import { plainName, type Synthesised, statementsWithin, synthesise, theOne } from './synthesised.ts';

let usual: Synthesised;
let copied: Synthesised;
beforeAll(async () => {
  usual = await synthesise();
  copied = await synthesise({ stage: 'prod', auditDays: 3650, auditCopy: true });
});

function deniedOf(app: Synthesised, name: string) {
  const statements = theOne(app, 'AWS::S3::BucketPolicy', name).Properties.PolicyDocument.Statement;
  return statements
    .filter(({ Effect, Principal }: { Effect: string; Principal: { AWS: string } }) => {
      expect([Effect, Principal.AWS]).toEqual(['Deny', '*']);
      return true;
    })
    .map(({ Action, Condition }: { Action: unknown; Condition?: unknown }) => [Action, Condition]);
}

/** What the function may do in buckets, by the bucket's name. */
function allowedIn(app: Synthesised): string[] {
  return statementsWithin(theOne(app, 'AWS::IAM::Role', 'SealingSealRole'))
    .filter(({ Action }) => JSON.stringify(Action).includes('s3:'))
    .flatMap(({ Action, Resource }) =>
      [Resource].flat().map(on => {
        const [bucket, rest = ''] = on['Fn::Join']?.[1] ?? [on];
        return `${[Action].flat().join(' ')} ${plainName(bucket['Fn::GetAtt'][0])}${rest}`;
      }),
    )
    .toSorted();
}

describe('the seals of the audit', () => {
  test.each(['SealingSealsBucketPolicy', 'SealingCopyBucketPolicy'])(
    '%s lets nobody take anything away, nor put one thing over another',
    name => {
      const denied = deniedOf(copied, name);
      expect(denied).toContainEqual([['s3:DeleteObject', 's3:DeleteObjectVersion'], undefined]);
      expect(denied).toContainEqual(['s3:PutObject', { Null: { 's3:if-none-match': 'true' } }]);
      expect(denied).toContainEqual(['s3:*', { Bool: { 'aws:SecureTransport': 'false' } }]);
    },
  );

  test('outlive the rows by two months, so that each is still known to be on the chain', () => {
    const { LifecycleConfiguration } = theOne(usual, 'AWS::S3::Bucket', 'SealingSealsBucket').Properties;
    expect(LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({ Prefix: 'seals/', ExpirationInDays: 2192 + 62, Status: 'Enabled' }),
    );
  });

  test('are in an own bucket without a lock, and its function may use no other', () => {
    expect(theOne(usual, 'AWS::S3::Bucket', 'SealingSealsBucket').Properties).not.toHaveProperty(
      'ObjectLockEnabled',
    );
    expect(() => theOne(usual, 'AWS::S3::Bucket', 'SealingCopyBucket')).toThrow();
    expect(allowedIn(usual)).toEqual([
      's3:GetObject s3:PutObject SealingSealsBucket/seals/*',
      's3:ListBucket SealingSealsBucket',
    ]);
  });

  test('are made once a night, tried again, and have time for it', () => {
    const clock = theOne(usual, 'AWS::Events::Rule', 'SealingClock').Properties;
    expect(clock.ScheduleExpression).toBe('cron(30 2 * * ? *)');
    expect(clock.Targets[0].RetryPolicy).toEqual({ MaximumRetryAttempts: 2 });
    expect(theOne(usual, 'AWS::Lambda::Function', 'SealingSealFunction').Properties.Timeout).toBe(900);
  });

  test('that differ are told to data protection, which may ask for what differs', () => {
    expect(theOne(usual, 'AWS::Logs::MetricFilter', 'SealingAuditDiffers').Properties).toMatchObject({
      FilterPattern: '{ $.code = "audit-differs" }',
      MetricTransformations: [{ MetricName: 'AuditDiffers', MetricValue: '1' }],
    });
    expect(theOne(usual, 'AWS::CloudWatch::Alarm', 'SealingDiffersAlarm').Properties).toMatchObject({
      Threshold: 1,
      AlarmActions: [{ Ref: expect.stringMatching(/^AlarmsDataProtection/) }],
    });
  });
});

describe('with a copy', () => {
  test('rows and seals are locked for as long as the audit is kept, whoever asks', () => {
    const copy = theOne(copied, 'AWS::S3::Bucket', 'SealingCopyBucket');
    expect(copy.DeletionPolicy).toBe('Retain');
    expect(copy.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3650 } },
      },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    const { Variables } = theOne(copied, 'AWS::Lambda::Function', 'SealingSealFunction').Properties
      .Environment;
    expect(Object.keys(Variables)).toContain('COPY_BUCKET');
  });

  test('the function may put there, and can lift no lock', () => {
    expect(allowedIn(copied)).toEqual([
      's3:GetObject SealingCopyBucket/seals/*',
      's3:GetObject s3:PutObject SealingSealsBucket/seals/*',
      's3:ListBucket SealingCopyBucket',
      's3:ListBucket SealingSealsBucket',
      's3:PutObject SealingCopyBucket/rows/*',
      's3:PutObject SealingCopyBucket/seals/*',
    ]);
  });
});
