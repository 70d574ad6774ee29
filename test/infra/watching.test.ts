import { beforeAll, expect, test } from 'vitest';
import { plainName, type Synthesised, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
});

const one = (type: string, name: string) => theOne(app, type, name).Properties;

test('what is due is looked for every five minutes, in a line that its metric reads', () => {
  const { ScheduleExpression, Targets } = one('AWS::Events::Rule', 'WatchingClock');
  expect(ScheduleExpression).toBe('rate(5 minutes)');
  expect(plainName(Targets[0].Arn['Fn::GetAtt'][0])).toBe('WatchingWatchFunction');
  expect(one('AWS::Logs::MetricFilter', 'WatchingDueOldest')).toMatchObject({
    FilterPattern: '{ $.code = "records-due" }',
    MetricTransformations: [
      { MetricNamespace: 'Lintel/prod', MetricName: 'DueOldest', MetricValue: '$.oldestSeconds' },
    ],
  });
});

test('somebody is woken when anything has been due for a quarter of an hour, or nobody can tell', () => {
  expect(one('AWS::CloudWatch::Alarm', 'WatchingLateAlarm')).toMatchObject({
    MetricName: 'DueOldest',
    Namespace: 'Lintel/prod',
    Threshold: 900,
    Period: 300,
    EvaluationPeriods: 1,
    Statistic: 'Maximum',
  });
  expect(one('AWS::CloudWatch::Alarm', 'WatchingFailingAlarm')).toMatchObject({
    MetricName: 'Errors',
    Threshold: 1,
    Period: 300,
    EvaluationPeriods: 3,
  });
});

test('two indexes hold those records alone that are due or have flags', () => {
  expect(one('AWS::DynamoDB::Table', 'StorageRecords').GlobalSecondaryIndexes).toEqual([
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'dueShard', KeyType: 'HASH' },
        { AttributeName: 'nextDueAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: 'flagged',
      KeySchema: [
        { AttributeName: 'flagged', KeyType: 'HASH' },
        { AttributeName: 'pk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['flags'] },
    },
  ]);
});
