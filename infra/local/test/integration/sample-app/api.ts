import { EventBridgeClient, ListEventBusesCommand } from '@aws-sdk/client-eventbridge';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';

const buses = new EventBridgeClient();
const queues = new SQSClient();
const secrets = new SecretsManagerClient();

const behaviours: Readonly<Record<string, (event: APIGatewayProxyEventV2, context: Context) => unknown>> = {
  '/open/echo': event => event,
  '/open/context': (_, { functionName, getRemainingTimeInMillis }) => ({
    functionName,
    left: getRemainingTimeInMillis(),
  }),
  '/open/time': () => ({
    now: Date.now(),
    date: new Date(),
    text: Date(),
    epoch: new Date(0),
    year: new Date(2020, 1).getFullYear(),
    isDate: new Date() instanceof Date,
  }),
  '/open/text': () => 'plain',
  '/open/teapot': () => ({
    statusCode: 418,
    headers: { 'X-Kind': 'pot' },
    cookies: ['a=1', 'b=2'],
    body: 'short',
  }),
  '/open/bytes': () => ({
    statusCode: 200,
    body: Buffer.from([1, 2, 255]).toString('base64'),
    isBase64Encoded: true,
  }),
  '/open/malformed': () => ({ statusCode: 'soon' }),
  '/open/throw': () => {
    throw new TypeError('told to throw');
  },
  '/open/secret': async () => {
    const { SecretString = '' } = await secrets.send(
      new GetSecretValueCommand({ SecretId: process.env['SECRET'] }),
    );
    return JSON.parse(SecretString) as object;
  },
  '/open/send': async event => {
    await queues.send(new SendMessageCommand({ QueueUrl: process.env['INBOX'], MessageBody: event.body }));
    return { sent: true };
  },
  '/open/unplayed': () =>
    buses.send(new ListEventBusesCommand()).catch((error: Error) => ({ refused: error.message })),
};

export function handler(event: APIGatewayProxyEventV2, context: Context): unknown {
  return (behaviours[event.rawPath] ?? (() => event))(event, context);
}
