import { describe, expect, test } from 'vitest';
import { systemNameSchema } from '../../schemas/reference.ts';
import { sampleManifests, sampleSays, synthesise } from './synthesised.ts';

describe('one more system', () => {
  const grounds = {
    says: sampleSays,
    system: systemNameSchema.parse('grounds'),
    title: 'Grounds',
    team: 'contact-centre',
    accepts: ['text/csv'],
    delivery: 'webhook',
  } as const;

  test('is one manifest and one stack: nothing that was there changes', async () => {
    const [before, after] = await Promise.all([synthesise(), synthesise({}, [...sampleManifests, grounds])]);
    const [old, now] = [before.template.Resources, after.template.Resources];
    const added = Object.keys(now).filter(id => !(id in old));
    const changed = Object.keys(old).filter(id => JSON.stringify(old[id]) !== JSON.stringify(now[id]));
    expect(added.length).toBeGreaterThan(20);
    expect(added.filter(id => !id.startsWith('Grounds'))).toEqual([]);
    expect(changed).toEqual([]);
    const without = [...after.stacks].filter(([name]) => name !== 'Lintel-dev-grounds');
    expect(without.map(([name, one]) => [name, JSON.stringify(one)])).toEqual(
      [...before.stacks].map(([name, one]) => [name, JSON.stringify(one)]),
    );
    expect(Object.keys(after.template.Outputs).filter(id => !(id in before.template.Outputs))).toEqual([
      ...['GroundsInboundQueueUrl', 'GroundsWebhookSecretArn'],
      ...['Inbound', 'Files', 'Outbound'].map(part => `Grounds${part}DeadLetterQueueUrl`),
      ...['InboundReceive', 'FilesFiles', 'OutboundDeliver'].map(part => `Grounds${part}LogGroupName`),
    ]);
  });
});

test('a system’s queues admit its own account or role and nobody else’s', async () => {
  const role = 'arn:aws:iam::444455556666:role/leaks-feed';
  const app = await synthesise({
    principals: { leaks: role, repairs: '111122223333', 'tenancy-support': '777788889999' },
  });
  const admitted = (queue: string) =>
    app
      .ofType('AWS::SQS::QueuePolicy')
      .filter(({ id }) => id.startsWith(queue))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.Service === undefined)
      .map(({ Action, Principal }) => [Action, JSON.stringify(Principal.AWS)]);
  const own = (account: string) => expect.stringMatching(new RegExp(`${account}.*:root`));
  expect(admitted('RepairsInboundConsumerEventsQueue')).toEqual([['sqs:SendMessage', own('111122223333')]]);
  expect(admitted('LeaksInboundConsumerEventsQueue')).toEqual([['sqs:SendMessage', JSON.stringify(role)]]);
  expect(admitted('TenancySupportInboundConsumerEventsQueue')).toEqual([
    ['sqs:SendMessage', own('777788889999')],
  ]);
  expect(admitted('LeaksInboxQueue')).toEqual([
    [
      ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      JSON.stringify(role),
    ],
  ]);
});

test('where nothing else is said, the queues are the hub’s own account’s', async () => {
  const admitted = (await synthesise())
    .ofType('AWS::SQS::QueuePolicy')
    .filter(({ id }) => id.startsWith('RepairsInboundConsumerEventsQueue'))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .filter(({ Effect, Principal }) => Effect === 'Allow' && Principal.AWS !== undefined);
  expect(JSON.stringify(admitted.map(({ Principal }) => Principal))).toContain(
    '{"Ref":"AWS::AccountId"},":root"',
  );
});

test('a webhook’s key is made at deployment and its address is left to be put in', async () => {
  const app = await synthesise();
  const [secret, ...others] = app.ofType('AWS::SecretsManager::Secret');
  expect(others).toEqual([]);
  expect(secret?.Properties.GenerateSecretString).toMatchObject({
    SecretStringTemplate: '{"url":""}',
    GenerateStringKey: 'secret',
    ExcludePunctuation: true,
    PasswordLength: 44,
  });
});
