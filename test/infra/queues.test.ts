import { beforeAll, describe, expect, test } from 'vitest';
import { catchUpPolicy, retryPolicy } from '../../functions/core/delivery/times.ts';
import {
  plainName,
  type Resource,
  referenceOf,
  type Synthesised,
  sampleManifests,
  synthesise,
  theOne,
} from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise();
});

/** The metric of an alarm, or the metrics of which it takes the sum. */
function watchedBy({ Namespace, MetricName, Metrics = [] }: Resource['Properties']): string {
  const metrics = Metrics.flatMap(({ MetricStat }: Resource['Properties']) => MetricStat?.Metric ?? []);
  const all = [{ Namespace, MetricName }, ...metrics].filter(one => one.MetricName !== undefined);
  return all.map(one => `${one.Namespace} ${one.MetricName}`).join(' or ');
}

const isDeadLetterQueue = ({ id }: Resource) => /DeadLetters|(Announcements|Quarantine)Failed/.test(id);

/** What is pushed is given up by its age, by the function that pushes it. */
function receivesOf(id: string): number {
  if (id.includes('Outbound')) return 1000;
  return id.includes('Inbox') ? 10 : 5;
}

describe('queues', () => {
  test('keep a message for longer than it is retried, and an inbox until it is sent again', () => {
    const kept = (part: string) =>
      app
        .ofType('AWS::SQS::Queue')
        .filter(queue => queue.id.includes(part) && !isDeadLetterQueue(queue))
        .map(({ Properties }) => Number(Properties.MessageRetentionPeriod));
    for (const seconds of kept('Outbound'))
      expect(seconds).toBeGreaterThan(retryPolicy.givenUpAfterDays * 86_400);
    expect(new Set(kept('Inbox'))).toEqual(new Set([catchUpPolicy.sent.longest]));
  });

  test('are encrypted, and each has a dead-letter queue that keeps longer than it does', () => {
    const queues = app.ofType('AWS::SQS::Queue');
    expect(queues.filter(isDeadLetterQueue).length).toBeGreaterThan(0);
    for (const { id, Properties } of queues) expect(Properties.SqsManagedSseEnabled, id).toBe(true);
    for (const { id, Properties } of queues.filter(isDeadLetterQueue)) {
      expect(Properties.MessageRetentionPeriod, id).toBe(14 * 86_400);
    }
    for (const { id, Properties } of queues.filter(queue => !isDeadLetterQueue(queue))) {
      expect(Properties.MessageRetentionPeriod, id).toBe(7 * 86_400);
      expect(Properties.RedrivePolicy, id).toMatchObject({
        deadLetterTargetArn: { 'Fn::GetAtt': [expect.stringMatching(/DeadLetters/), 'Arn'] },
        maxReceiveCount: receivesOf(id),
      });
    }
  });

  test('are worked off in tens, bulk in forties, files one at a time, failures one by one, at bounded speed, without a filter', () => {
    const batchSize = (id: string) => (id.includes('Files') ? 1 : id.includes('Bulk') ? 40 : 10);
    const mappings = app
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ id }) => !/^(Announcements|Quarantine)/.test(id));
    expect(mappings).toHaveLength(2 + 3 * sampleManifests.length);
    for (const { id, Properties } of mappings) {
      expect(Properties, id).toMatchObject({
        BatchSize: batchSize(id),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: expect.toSatisfy((most: number) => most >= 2 && most <= 10) },
      });
      expect(Properties.FilterCriteria, id).toBeUndefined();
    }
  });

  test('hand over at once what there is, bulk a second’s; otherwise as the stage says', async () => {
    const windows = ({ ofType }: Synthesised) =>
      Object.fromEntries(
        ofType('AWS::Lambda::EventSourceMapping').map(({ id, Properties }) => [
          plainName(id),
          Properties.MaximumBatchingWindowInSeconds,
        ]),
      );
    expect(windows(app)).toMatchObject({ RecordsBulkSource: 1 });
    expect(Object.values(windows(app)).filter(seconds => seconds !== undefined)).toEqual([1]);
    const batchSeconds = { inbound: 2, record: 3, bulk: 4, outbound: 5 };
    expect(windows(await synthesise({ batchSeconds }))).toMatchObject({
      RepairsInboundConsumerSource: 2,
      RepairsOutboundConsumerSource: 5,
      RecordsConsumerSource: 3,
      RecordsBulkSource: 4,
    });
  });

  test('of bulk shares the function, its dead letters and a sixth of the share with that of single events', () => {
    const [single, bulk] = ['RecordsConsumerSource', 'RecordsBulkSource'].map(
      name => theOne(app, 'AWS::Lambda::EventSourceMapping', name).Properties,
    );
    expect(bulk.FunctionName).toEqual(single.FunctionName);
    expect(6 * bulk.ScalingConfig.MaximumConcurrency).toBeLessThanOrEqual(
      single.ScalingConfig.MaximumConcurrency + bulk.ScalingConfig.MaximumConcurrency,
    );
  });

  test('hide a message six times as long as its function may take', () => {
    for (const { id, Properties } of app.ofType('AWS::Lambda::EventSourceMapping')) {
      const queue = app.template.Resources[Properties.EventSourceArn['Fn::GetAtt'][0]];
      if (queue?.Type !== 'AWS::SQS::Queue') continue;
      const timeout = app.template.Resources[Properties.FunctionName.Ref]?.Properties.Timeout;
      expect(queue.Properties.VisibilityTimeout, id).toBeGreaterThanOrEqual(6 * timeout);
    }
  });
});

test('the relay reads only rows that announce something, and gives none up without a message', () => {
  const [mapping] = app
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ id }) => id.startsWith('Announcements'));
  expect(mapping?.Properties).toMatchObject({
    EventSourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^StorageRecords/), 'StreamArn'] },
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    MaximumRecordAgeInSeconds: 12 * 3600,
    DestinationConfig: {
      OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^AnnouncementsFailed/), 'Arn'] } },
    },
  });
  expect(
    mapping?.Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
  ).toEqual([{ dynamodb: { NewImage: { announces: { N: [{ exists: true }] } } } }]);
});

test('no stream has a third reader: AWS throttles all of them then', () => {
  const streams = app
    .ofType('AWS::Lambda::EventSourceMapping')
    .map(({ id, Properties }) => ({ id: plainName(id), source: Properties.EventSourceArn['Fn::GetAtt'] }))
    .filter(({ source: [, attribute] }) => attribute === 'StreamArn');
  const readers = Map.groupBy(streams, ({ source: [table] }) => plainName(table));
  for (const [table, all] of readers)
    expect(
      all.map(({ id }) => id),
      `the stream of ${table} may have two readers: let a third hear it from the bus (functions/README.md, Who reads a stream)`,
    ).toHaveLength(Math.min(all.length, 2));
  expect(readers.get('StorageRecords')?.map(({ id }) => id)).toEqual([
    'AnnouncementsSource',
    'QuarantineOpenings',
  ]);
});

describe('alarms', () => {
  test('every queue is watched: dead letters from the first, others by age', () => {
    const watched = app
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.Namespace === 'AWS/SQS')
      .map(({ Properties }) => `${Properties.MetricName} of ${referenceOf(Properties.Dimensions[0].Value)}`);
    const wanted = app.ofType('AWS::SQS::Queue').map(queue => {
      const metric = isDeadLetterQueue(queue)
        ? 'ApproximateNumberOfMessagesVisible'
        : 'ApproximateAgeOfOldestMessage';
      return `${metric} of ${plainName(queue.id)}`;
    });
    expect(watched.toSorted()).toEqual(wanted.toSorted());
  });

  test('the streams’ age, a failing relay, watch, drift, move or seal, a failing API, break-glass access, the audit, what is due and, for each system, what it is not told, what it lacks and what waits in quarantine are watched, and what is held back or skipped', () => {
    const others = app
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.Namespace !== 'AWS/SQS')
      .map(({ Properties }) => watchedBy(Properties));
    expect(others.toSorted()).toEqual([
      'AWS/ApiGateway 5xx',
      ...Array(4).fill('AWS/Lambda Errors'),
      'AWS/Lambda Errors or Lintel/dev AnnouncementsHeld',
      ...['AWS/Lambda IteratorAge', 'AWS/Lambda IteratorAge'],
      'Lintel/dev AuditDiffers',
      'Lintel/dev BreakGlass',
      ...sampleManifests.map(() => 'Lintel/dev DriftOldest'),
      'Lintel/dev DueOldest',
      'Lintel/dev OutOfReach-repairs',
      ...sampleManifests.map(() => 'Lintel/dev QuarantineDepth'),
      ...sampleManifests.map(() => 'Lintel/dev QuarantineOldest'),
      'Lintel/dev QuarantineSkipped',
      ...sampleManifests.map(({ system }) => `Lintel/dev RetryDelaySeconds-${system}`).toSorted(),
    ]);
  });

  test('say which system cannot be reached, from the lines of deliver', () => {
    const filter = theOne(app, 'AWS::Logs::MetricFilter', 'RepairsOutboundOutOfReach');
    expect(filter.Properties).toMatchObject({
      FilterPattern: '{ ($.code = "circuit-opened") || ($.code = "circuit-open") }',
      LogGroupName: { Ref: expect.stringMatching(/^RepairsOutboundDeliverLogs/) },
      MetricTransformations: [{ MetricName: 'OutOfReach-repairs', MetricValue: '1' }],
    });
    const alarm = theOne(app, 'AWS::CloudWatch::Alarm', 'RepairsOutboundReachAlarm');
    expect(alarm.Properties).toMatchObject({
      Threshold: 1,
      Period: retryPolicy.cap + 300,
      EvaluationPeriods: 1,
    });
    expect(alarm.Properties.AlarmDescription).toMatch(/^For residents: Repairs cannot be reached/);
  });

  test('each says what it means for residents and what to do, to the encrypted topic of whom it is for', () => {
    for (const { id, Properties } of app.ofType('AWS::CloudWatch::Alarm')) {
      const forDataProtection = /^(ReadAuditBreakGlass|SealingDiffers)Alarm$/.test(plainName(id));
      const topic = {
        Ref: expect.stringMatching(forDataProtection ? /^AlarmsDataProtection/ : /^AlarmsTopic/),
      };
      expect(Properties.AlarmDescription, id).toMatch(/^For residents: .{40,} To do: .{40,}\.$/);
      expect(Properties.AlarmDescription.length, id).toBeLessThan(1024);
      expect(Properties.AlarmActions, id).toEqual([topic]);
    }
    const topics = app.ofType('AWS::SNS::Topic');
    expect(topics).toHaveLength(2);
    for (const { Properties } of topics) expect(Properties.KmsMasterKeyId).toBeDefined();
    const [key] = app.ofType('AWS::KMS::Key');
    expect(key?.Properties.KeyPolicy.Statement).toContainEqual(
      expect.objectContaining({ Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    );
  });
});
