import { createHash } from 'node:crypto';
import type { Bus } from './bus.ts';
import { isSigned, type Receiver } from './receivers.ts';
import type { clientsOver, Serve } from './sdk.ts';
import type { Wire } from './wire.ts';

const secret = 'whsec_bGludGVsIGF0dGFjayBzdWl0ZSBzZWNyZXQ=';

/** What is at the other end of the wire: tables, and the rest in memory. */
export function servicesOver(
  dynamodb: Serve,
  bus: Bus,
  receivers: ReadonlyMap<string, Receiver>,
): Parameters<typeof clientsOver>[1] {
  return {
    dynamodb,
    eventbridge: (_operation, body) => Promise.resolve(bus.putEvents(body)),
    secretsmanager(_operation, { SecretId }) {
      const SecretString = JSON.stringify({ url: `https://${SecretId}.example.org/flags`, secret });
      return Promise.resolve({ status: 200, body: { SecretString } });
    },
    sqs(_operation, { QueueUrl, MessageBody, MessageAttributes }) {
      const system = String(QueueUrl).split('/').at(-1) ?? '';
      receivers.get(system)?.take(MessageAttributes.eventId.StringValue, MessageBody);
      const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
      return Promise.resolve({ status: 200, body: { MessageId: '1', MD5OfMessageBody } });
    },
  };
}

/** The network between the hub and the systems that it pushes to. */
export function fetchOver(wire: Wire, receivers: ReadonlyMap<string, Receiver>): typeof globalThis.fetch {
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    const [system = ''] = new URL(String(url)).hostname.split('.');
    const request = { service: 'webhook' as const, operation: system, body: String(init?.body) };
    const answer = await wire.carry(request, (body: string) => {
      if (!isSigned(headers, body, secret)) return Promise.resolve({ status: 401 });
      receivers.get(system)?.take(headers.get('webhook-id') ?? '', body);
      return Promise.resolve({ status: 204 });
    });
    return new Response(null, { status: answer.status, headers: answer.headers ?? {} });
  };
}
