import { beforeAll, describe, expect, test } from 'vitest';
import { encryptedAndClosed } from './private-bucket.ts';
import { plainName, type Resource, type Synthesised, synthesise } from './synthesised.ts';

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
});

function one(type: string, name: string): Resource {
  const [found] = app.ofType(type).filter(resource => plainName(resource.id) === name);
  if (found === undefined) throw new Error(`no ${type} ${name}`);
  return found;
}

describe('the bucket of files', () => {
  const bucket = () => one('AWS::S3::Bucket', 'StorageFileBucket');

  test('is encrypted, closed, versioned, kept, and forgets what is done with', () => {
    const { Properties, DeletionPolicy } = bucket();
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      ...encryptedAndClosed,
    });
    const kept = Properties.LifecycleConfiguration.Rules.map((rule: Resource['Properties']) => [
      rule.Prefix ?? 'old versions',
      rule.ExpirationInDays ?? rule.NoncurrentVersionExpiration.NoncurrentDays,
    ]);
    expect(Object.fromEntries(kept)).toEqual({
      'files/': 90,
      'results/': 90,
      'changes/': 90,
      'parts/': 7,
      'old versions': 30,
    });
  });

  test('lets nobody in but over TLS 1.2, and names nobody', () => {
    const policy = one('AWS::S3::BucketPolicy', 'StorageFileBucketPolicy');
    const statements = policy.Properties.PolicyDocument.Statement;
    expect(statements.map(({ Effect }: { Effect: string }) => Effect)).toEqual(['Deny', 'Deny']);
    expect(statements).toContainEqual(
      expect.objectContaining({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  test('announces uploads to the account’s bus, and each system hears of its own alone', () => {
    expect(bucket().Properties.NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const rule = one('AWS::Events::Rule', 'RepairsFilesRule').Properties;
    expect(rule.EventBusName).toBeUndefined();
    expect(rule.EventPattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: {
        bucket: { name: [{ Ref: bucket().id }] },
        object: { key: [{ prefix: 'files/repairs/' }] },
      },
    });
  });
});
