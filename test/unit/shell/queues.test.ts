import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it, onTestFinished } from 'vitest';
import { makeInbox } from '../../../functions/shell/queues.ts';

it('leaves the message in the inbox with the event’s id and the flag’s version beside it', async () => {
  const sqs = mockClient(SQSClient);
  onTestFinished(() => sqs.restore());
  sqs.on(SendMessageCommand).resolves({});
  const leave = makeInbox({
    client: new SQSClient({ region: 'eu-west-2' }),
    queueUrl: 'https://sqs.example/leaks',
  });
  await leave({ contentType: 'application/json', body: { rows: [] }, eventId: 'e-1', version: 7 });
  expect(sqs.commandCalls(SendMessageCommand)[0]?.args[0].input).toEqual({
    QueueUrl: 'https://sqs.example/leaks',
    MessageBody: '{"rows":[]}',
    MessageAttributes: {
      contentType: { DataType: 'String', StringValue: 'application/json' },
      eventId: { DataType: 'String', StringValue: 'e-1' },
      version: { DataType: 'Number', StringValue: '7' },
    },
  });
});
