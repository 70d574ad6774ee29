import { beforeAll, expect, test } from 'vitest';
import { referenceOf, type Synthesised, synthesise } from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise();
});

interface Statement {
  Effect: string;
  Principal?: { Service?: string };
}

test.each(['RecordsConsumerEventsQueue', 'RecordsBulkEventsQueue', 'RecordsConsumerEventsDeadLettersQueue'])(
  'only the record’s two rules may send to %s',
  name => {
    const senders = queuePolicy(name).filter(statement => statement.Effect === 'Allow');
    expect(senders).toEqual(
      [/^RecordsRule/, /^RecordsBulkRule/].map(rule =>
        expect.objectContaining({
          Principal: { Service: 'events.amazonaws.com' },
          Condition: {
            ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(rule), 'Arn'] } },
          },
        }),
      ),
    );
  },
);

test('of AWS’s services, only its own rule of tickets may send to a system’s inbound queue', () => {
  const senders = queuePolicy('RepairsInboundConsumerEventsQueue').filter(
    ({ Effect, Principal }) => Effect === 'Allow' && Principal?.Service !== undefined,
  );
  expect(senders).toEqual([
    expect.objectContaining({
      Principal: { Service: 'events.amazonaws.com' },
      Condition: {
        ArnEquals: {
          'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/^RepairsInboundTicketRule/), 'Arn'] },
        },
      },
    }),
  ]);
});

test('every queue and every topic refuses plain HTTP', () => {
  const policies = [...app.ofType('AWS::SQS::QueuePolicy'), ...app.ofType('AWS::SNS::TopicPolicy')];
  const covered = policies.flatMap(({ Properties }) => Properties.Queues ?? Properties.Topics);
  expect(new Set(covered.map(referenceOf)).size).toBe(app.ofType('AWS::SQS::Queue').length + 2);
  expect(covered).toHaveLength(app.ofType('AWS::SQS::Queue').length + 2);
  for (const policy of policies) {
    expect(policy.Properties.PolicyDocument.Statement, policy.id).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  }
});

function queuePolicy(queue: string): Statement[] {
  return app
    .ofType('AWS::SQS::QueuePolicy')
    .filter(policy => policy.Properties.Queues.some((one: unknown) => referenceOf(one) === queue))
    .flatMap(policy => policy.Properties.PolicyDocument.Statement);
}
