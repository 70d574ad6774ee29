import { beforeAll, expect, test } from 'vitest';
import { constructName } from '../../infra/constructs/source-system.ts';
import {
  consumers,
  deadLetterQueues,
  inboxes,
  manifests,
  minutesBetween,
  streamSettings,
  timeoutSeconds,
} from '../simulation/hub/plan.ts';
import { plainName, referenceOf, type Synthesised, synthesise, theOne } from './synthesised.ts';

// What the simulation says of queues, streams, functions and clocks is what is deployed.

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise({}, manifests);
});

/** `repairs-inbound` and `records` as their constructs are called. */
function consumerName(queue: string): string {
  const [, system, kind] = /^(.+)-(inbound|outbound|files)$/.exec(queue) ?? [];
  if (system === undefined) return queue === 'records' ? 'RecordsConsumer' : 'RecordsBulk';
  return `${constructName(system)}${constructName(kind ?? '')}Consumer`;
}

const queue = (name: string) => theOne(app, 'AWS::SQS::Queue', name).Properties;

test.each(consumers)('$name: visibility, receives, batches and how many at once', one => {
  const name = consumerName(one.name);
  const { VisibilityTimeout, RedrivePolicy } = queue(`${name}EventsQueue`);
  expect(VisibilityTimeout).toBe(one.visibilitySeconds);
  expect(RedrivePolicy.maxReceiveCount).toBe(one.redrive?.receives);
  const letters = `${name.replace('Bulk', 'Consumer')}EventsDeadLettersQueue`;
  expect(referenceOf(RedrivePolicy.deadLetterTargetArn)).toBe(letters);
  const { BatchSize, ScalingConfig } = theOne(
    app,
    'AWS::Lambda::EventSourceMapping',
    `${name}Source`,
  ).Properties;
  expect({ BatchSize, ...ScalingConfig }).toEqual({
    BatchSize: one.batchSize,
    MaximumConcurrency: one.concurrency,
  });
});

test.each(inboxes)('$name: visibility and receives', ({ name, visibilitySeconds, redrive }) => {
  const { VisibilityTimeout, RedrivePolicy } = queue(`${constructName(name)}Queue`);
  expect([VisibilityTimeout, RedrivePolicy.maxReceiveCount]).toEqual([visibilitySeconds, redrive?.receives]);
});

test('every queue is in the simulation, and every dead-letter queue has an alarm', () => {
  const all = [...consumers, ...inboxes, ...deadLetterQueues];
  expect(app.ofType('AWS::SQS::Queue')).toHaveLength(all.length);
  const watched = new Set(
    app
      .ofType('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(({ Properties }) => referenceOf(Properties.Dimensions[0].Value)),
  );
  expect(watched.size).toBe(deadLetterQueues.length);
});

test('streams are read so many at once, for so long', () => {
  const streams = app
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ Properties }) => Properties.StartingPosition !== undefined);
  expect(streams.map(({ id }) => plainName(id)).sort()).toEqual([
    'AnnouncementsSource',
    'QuarantineItems',
    'QuarantineOpenings',
  ]);
  for (const { Properties } of streams) {
    const { BatchSize, MaximumRetryAttempts, MaximumRecordAgeInSeconds } = Properties;
    expect({
      batchSize: BatchSize,
      retries: MaximumRetryAttempts,
      maximumAgeSeconds: MaximumRecordAgeInSeconds,
    }).toEqual(streamSettings);
    expect(Properties.BisectBatchOnFunctionError).toBe(true);
  }
});

const functions: readonly [keyof typeof timeoutSeconds, string][] = [
  ['receive', 'RepairsInboundReceiveFunction'],
  ['files', 'RepairsFilesFunction'],
  ['quarantine', 'QuarantineFollowFunction'],
  ['record', 'RecordsRecordFunction'],
  ['watch', 'WatchingWatchFunction'],
  ['move', 'MovingMoveFunction'],
  ['relay', 'AnnouncementsRelayFunction'],
  ['deliver', 'RepairsOutboundDeliverFunction'],
  ['drift', 'DriftMeasureFunction'],
  ['api', 'ReaderFunction'],
  ['decide', 'DecisionsDecideFunction'],
  ['audit', 'ReadAuditFunction'],
];

test.each(functions)('%s may take as long as is deployed', (kind, name) => {
  expect(theOne(app, 'AWS::Lambda::Function', name).Properties.Timeout).toBe(timeoutSeconds[kind]);
});

test('every function is in the simulation, but the one that seals the audit: it writes nothing that another reads', () => {
  const services = app
    .ofType('AWS::Lambda::Function')
    .map(({ Properties }) => String(Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME));
  const kinds = new Set(services.map(service => service.replace(/^(receive|files|deliver)-.*/, '$1')));
  expect([...kinds].toSorted()).toEqual([...Object.keys(timeoutSeconds), 'seal'].toSorted());
});

test.each([
  ['watch', 'WatchingClock'],
  ['quarantine', 'QuarantineClock'],
  ['drift', 'DriftClock'],
] as const)('%s runs as often as is deployed', (kind, name) => {
  const { ScheduleExpression } = theOne(app, 'AWS::Events::Rule', name).Properties;
  expect(ScheduleExpression).toBe(`rate(${minutesBetween[kind]} minutes)`);
});

test('move runs as often as is deployed', () => {
  expect(theOne(app, 'AWS::Events::Rule', 'MovingClock').Properties.ScheduleExpression).toBe(
    'cron(30 2 * * ? *)',
  );
  expect(minutesBetween.move).toBe(24 * 60);
});
