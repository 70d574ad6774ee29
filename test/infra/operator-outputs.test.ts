import { beforeAll, expect, test } from 'vitest';
import { referenceOf, type Synthesised, synthesise } from './synthesised.ts';

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise();
});

function outputsEnding(ending: string): Record<string, string> {
  const outputs = Object.entries<{ Value: unknown }>(app.template.Outputs);
  return Object.fromEntries(
    outputs.filter(([name]) => name.endsWith(ending)).map(([name, { Value }]) => [name, referenceOf(Value)]),
  );
}

test('every dead-letter queue there is can be found by operators, under the name of its part', () => {
  const fourteenDays = 14 * 24 * 3600;
  const queues = app
    .ofType('AWS::SQS::Queue')
    .filter(queue => queue.Properties.MessageRetentionPeriod === fourteenDays)
    .map(({ id }) => referenceOf({ Ref: id }));
  const named = outputsEnding('DeadLetterQueueUrl');
  expect(Object.values(named).toSorted()).toEqual(queues.toSorted());
  expect(named).toMatchObject({
    RecordsDeadLetterQueueUrl: 'RecordsConsumerEventsDeadLettersQueue',
    AnnouncementsDeadLetterQueueUrl: 'AnnouncementsFailedQueue',
    RepairsInboundDeadLetterQueueUrl: 'RepairsInboundConsumerEventsDeadLettersQueue',
    LeaksInboxDeadLetterQueueUrl: 'LeaksInboxDeadLettersQueue',
  });
});

test('so can the logs of the functions beside them, which say why', () => {
  const logs = outputsEnding('LogGroupName');
  expect(logs).toMatchObject({
    RecordsRecordLogGroupName: 'RecordsRecordLogs',
    AnnouncementsRelayLogGroupName: 'AnnouncementsRelayLogs',
    RepairsOutboundDeliverLogGroupName: 'RepairsOutboundDeliverLogs',
  });
  const working = Object.keys(outputsEnding('DeadLetterQueueUrl')).filter(name => !name.includes('Inbox'));
  expect(Object.keys(logs)).toHaveLength(working.length);
});
