import { beforeAll, describe, expect, test } from 'vitest';
import { type Synthesised, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise({ auditDays: 3650 });
});

const one = (type: string, name: string) => theOne(app, type, name).Properties;

describe('the audit of reads', () => {
  test('is kept as long as the settings say, and its rows expire', () => {
    expect(one('AWS::DynamoDB::Table', 'StorageAudit')).toMatchObject({
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
    for (const name of ['ReaderFunction', 'ReadAuditFunction']) {
      expect(one('AWS::Lambda::Function', name).Environment.Variables).toMatchObject({ AUDIT_DAYS: '3650' });
    }
  });

  test('can be asked by subject, by officer, and for break-glass access', () => {
    const { GlobalSecondaryIndexes } = one('AWS::DynamoDB::Table', 'StorageAudit');
    const keys = (name: string) => [
      { AttributeName: name, KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ];
    expect(GlobalSecondaryIndexes).toMatchObject(
      ['officer', 'breakGlass', 'day'].map(name => ({ IndexName: name, KeySchema: keys(name) })),
    );
  });

  test('takes rows, and lets nobody change or delete one', () => {
    const { PolicyDocument } = one('AWS::DynamoDB::Table', 'StorageAudit').ResourcePolicy;
    expect(PolicyDocument.Statement).toEqual([
      {
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: [
          ...['BatchWriteItem', 'DeleteItem', 'PartiQLDelete'],
          ...['PartiQLInsert', 'PartiQLUpdate', 'UpdateItem'],
        ].map(action => `dynamodb:${action}`),
        Resource: '*',
      },
    ]);
  });

  test('tells data protection, and nobody else, of break-glass access', () => {
    expect(one('AWS::Logs::MetricFilter', 'ReadAuditBreakGlass')).toMatchObject({
      FilterPattern: '{ $.code = "break-glass-used" }',
      LogGroupName: { Ref: expect.stringMatching(/^ReaderLogs/) },
      MetricTransformations: [{ MetricName: 'BreakGlass', MetricNamespace: 'Lintel/dev', MetricValue: '1' }],
    });
    const alarm = one('AWS::CloudWatch::Alarm', 'ReadAuditBreakGlassAlarm');
    expect(alarm).toMatchObject({
      ...{
        MetricName: 'BreakGlass',
        Namespace: 'Lintel/dev',
        Threshold: 1,
        EvaluationPeriods: 1,
        Period: 60,
      },
      AlarmActions: [{ Ref: expect.stringMatching(/^AlarmsDataProtection/) }],
      AlarmDescription: expect.stringMatching(/^For residents: .* To do: read GET \/v1\/audit\/break-glass/),
    });
    expect(alarm.OKActions).toBeUndefined();
  });
});
