import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

/** Longer than the hub keeps an idle connection: one that is closed under a push is a push without an answer. */
const keptAlive = 120_000;

/** Standard Webhooks: a message older or newer than this is not taken. */
const toleranceSeconds = 5 * 60;

/** A system's webhook: refuses what is not signed with its secret, and hands over the rest. */
export interface WebhookReceiver {
  url: string;
  /** How many messages were refused. */
  refused(): number;
  stop(): Promise<void>;
}

interface ReceiverSettings {
  secret: string;
  /** The time that the system's clock shows: the story's. */
  now: () => Date;
  /** While it is, nothing is taken: 503. Never, unless told otherwise. */
  isDown?: () => boolean;
  take: (body: string) => void;
}

/** Starts a webhook on a free port of 127.0.0.1. */
export async function startWebhookReceiver(settings: ReceiverSettings): Promise<WebhookReceiver> {
  let refused = 0;
  const server = createServer({ keepAliveTimeout: keptAlive }, (request, response) => {
    void receive(request, settings).then(status => {
      if (status >= 400) refused += 1;
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/flags`,
    refused: () => refused,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function receive(
  request: IncomingMessage,
  { secret, now, isDown, take }: ReceiverSettings,
): Promise<number> {
  const body = await text(request);
  if (isDown?.()) return 503;
  if (!isSigned(request, body, secret, now())) return 401;
  try {
    take(body);
    return 204;
  } catch {
    return 422;
  }
}

/** The library's own `verify` compares with the machine's clock; a story plays in its own time. */
function isSigned({ headers }: IncomingMessage, body: string, secret: string, now: Date): boolean {
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map(name => headers[`webhook-${name}`]);
  const sentAt = new Date(Number(timestamp) * 1000);
  const isRecent = Math.abs(sentAt.getTime() - now.getTime()) <= toleranceSeconds * 1000;
  if (typeof id !== 'string' || typeof signature !== 'string' || !isRecent) return false;
  const expected = Buffer.from(new Webhook(secret).sign(id, sentAt, body));
  return signature.split(' ').some(one => isSame(Buffer.from(one), expected));
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
