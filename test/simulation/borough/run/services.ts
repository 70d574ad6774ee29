import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import type { Clients } from '../../../../functions/shell/clients.ts';
import type { Bus } from '../../../attack/support/bus.ts';
import { clientsOver, type Serve } from '../../../attack/support/sdk.ts';
import { makeWire, undisturbed } from '../../../attack/support/wire.ts';
import type { Queue } from './queue.ts';
import type { Receiver } from './receiver.ts';

const secret = 'whsec_bGludGVsIGF0dGFjayBzdWl0ZSBzZWNyZXQ=';

interface Around {
  dynamodb: Serve;
  bus: Bus;
  /** By name, which is the end of their address. */
  queues: ReadonlyMap<string, Queue>;
  receivers: ReadonlyMap<string, Receiver>;
}

/** The real clients, and at the other end of their wire tables, a bus and queues in memory. */
export function clientsIn({ dynamodb, bus, queues, receivers }: Around): Clients {
  const sqs: Serve = (operation, body) => {
    const name = String(body.QueueUrl).split('/').at(-1) ?? '';
    if (operation === 'ChangeMessageVisibility') {
      queues.get(name)?.hide(body.ReceiptHandle, body.VisibilityTimeout);
      return Promise.resolve({ status: 200 });
    }
    const receiver = receivers.get(name);
    if (receiver === undefined)
      queues.get(name)?.send(body.MessageBody, attributesIn(body.MessageAttributes));
    else receiver.take(body.MessageBody);
    const MD5OfMessageBody = createHash('md5').update(body.MessageBody).digest('hex');
    return Promise.resolve({ status: 200, body: { MessageId: '1', MD5OfMessageBody } });
  };
  const clients = clientsOver(makeWire(undisturbed), {
    dynamodb,
    sqs,
    eventbridge: (_operation, body) => Promise.resolve(bus.putEvents(body)),
    secretsmanager(_operation, { SecretId }) {
      const SecretString = JSON.stringify({ url: `https://${SecretId}.example.org/flags`, secret });
      return Promise.resolve({ status: 200, body: { SecretString } });
    },
  });
  return {
    documentClient: () => clients.documents,
    eventBridgeClient: () => clients.eventBridge,
    sqsClient: () => clients.sqs,
    // Nothing moves out of the table within two years: nobody asks it.
    s3Client: () => new S3Client({ region: 'eu-west-2' }),
    secretsManagerClient: () => clients.secretsManager,
  };
}

function attributesIn(attributes: Record<string, MessageAttributeValue> = {}) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { StringValue = '', DataType = 'String' }]) => [
      name,
      { stringValue: StringValue, dataType: DataType as 'String' },
    ]),
  );
}
