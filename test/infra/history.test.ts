import { beforeAll, describe, expect, test } from 'vitest';
import { stackNames } from '../../infra/stacks/stack-name.ts';
import { encryptedAndClosed } from './private-bucket.ts';
import { plainName, type Synthesised, statementsWithin, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise({ stage: 'prod', historyAfterMonths: 36 });
});

describe('the bucket of history', () => {
  const bucket = () => theOne(app, 'AWS::S3::Bucket', 'StorageHistoryBucket');

  test('is encrypted, closed, versioned and kept; nothing in it expires, and what was written over stays for a while', () => {
    const { Properties, DeletionPolicy } = bucket();
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      ...encryptedAndClosed,
      LifecycleConfiguration: {
        Rules: [{ Id: 'old-versions', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
      },
    });
    expect(JSON.stringify(Properties.LifecycleConfiguration)).not.toMatch(/ExpirationInDays|Transition/);
  });

  test('takes nothing from whoever does not say over what they write, and nothing but TLS 1.2', () => {
    const policy = theOne(app, 'AWS::S3::BucketPolicy', 'StorageHistoryBucketPolicy').Properties;
    const denied = policy.PolicyDocument.Statement.map(
      ({ Effect, Action, Condition }: { Effect: string; Action: unknown; Condition: unknown }) => [
        Effect,
        Action,
        Condition,
      ],
    );
    expect(denied).toContainEqual([
      'Deny',
      's3:PutObject',
      { Null: { 's3:if-none-match': 'true', 's3:if-match': 'true' } },
    ]);
    expect(denied).toContainEqual(['Deny', 's3:*', { Bool: { 'aws:SecureTransport': 'false' } }]);
    expect(denied.every(([effect]: unknown[]) => effect === 'Deny')).toBe(true);
  });

  test('is read by whoever reads timelines, and written by one function alone', () => {
    const allowed = app.ofType('AWS::IAM::Role').flatMap(role =>
      statementsWithin(role)
        .filter(({ Resource }) => JSON.stringify(Resource).includes('StorageHistoryBucket'))
        .flatMap(({ Action }) => [Action].flat().map(action => `${plainName(role.id)} ${action}`)),
    );
    expect(allowed.toSorted()).toEqual([
      'DecisionsDecideRole s3:GetObject',
      'MovingMoveRole s3:GetObject',
      'MovingMoveRole s3:PutObject',
      'QuarantineFollowRole s3:GetObject',
      'ReaderRole s3:GetObject',
      'RecordsRecordRole s3:GetObject',
    ]);
  });
});

describe('what moves old events', () => {
  test('is a stack of its own, deployed once those that read them are', () => {
    const names = [...app.stacks.keys()];
    expect(names.indexOf(stackNames.history('prod'))).toBeGreaterThan(names.indexOf(stackNames.core('prod')));
    const types = Object.values(app.stacks.get(stackNames.history('prod'))?.Resources ?? {}).map(
      ({ Type }) => Type,
    );
    expect(types.toSorted()).toEqual([
      'AWS::CloudWatch::Alarm',
      'AWS::Events::Rule',
      'AWS::IAM::Role',
      'AWS::Lambda::Function',
      'AWS::Lambda::Permission',
      'AWS::Logs::LogGroup',
    ]);
  });

  test('is told the age of the stage, runs at night and has time for it', () => {
    const { Environment, Timeout } = theOne(app, 'AWS::Lambda::Function', 'MovingMoveFunction').Properties;
    expect(Environment.Variables.HISTORY_AFTER_MONTHS).toBe('36');
    expect(Timeout).toBe(900);
    const clock = theOne(app, 'AWS::Events::Rule', 'MovingClock').Properties;
    expect(clock.ScheduleExpression).toBe('cron(30 2 * * ? *)');
    expect(clock.Targets[0].RetryPolicy).toEqual({ MaximumRetryAttempts: 2 });
  });
});
