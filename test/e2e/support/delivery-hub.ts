import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { LocalHub } from '@infra/local';
import { startLocalHub } from '@infra/local';
import { Webhook } from 'standardwebhooks';
import { inject } from 'vitest';
import { importPlaces } from '../../scenarios/hub-with-teams.ts';
import { gazetteer } from '../../scenarios/larch-house/larch-house.ts';

/** How a system answers a push. */
export interface PushAnswer {
  status: number;
  headers?: Record<string, string>;
}

/** The repairs system, which does as it is told: it may be down, busy, or refuse. */
export interface MoodyReceiver {
  /** What it answers from now on, to a message as it came. */
  answers(mood: (body: string) => PushAnswer): void;
  /** Every push, taken or not. */
  readonly pushes: readonly { id: string; body: string; status: number }[];
}

/** A hub that pushes to a receiver of the test's own. */
export interface DeliveryHub {
  hub: LocalHub;
  receiver: MoodyReceiver;
  stop(): Promise<void>;
}

/** Runs the synthesised app with the homes of Larch House and a repairs system that takes everything, at first. */
export async function startDeliveryHub(): Promise<DeliveryHub> {
  const secret = randomBytes(33).toString('base64');
  const { receiver, url, close } = await startReceiver(secret);
  const hub = await startLocalHub({
    outDir: inject('synthesisedApp'),
    engine: { endpoint: inject('dynamoDbEndpoint') },
    parameters: ({ issuerUrl }) => ({
      ...{ OidcIssuer: issuerUrl, OidcAudiences: 'lintel' },
      WebhookLoopback: 'allowed',
    }),
    secrets: { RepairsWebhookSecret: JSON.stringify({ url, secrets: [secret] }) },
  });
  await importPlaces(hub, gazetteer);
  return {
    hub,
    receiver,
    async stop() {
      await hub.stop();
      await close();
    },
  };
}

async function startReceiver(secret: string) {
  const pushes: { id: string; body: string; status: number }[] = [];
  let mood: (body: string) => PushAnswer = () => ({ status: 204 });
  // Longer than the hub keeps an idle connection.
  const server = createServer({ keepAliveTimeout: 120_000 }, async (request, response) => {
    const body = await text(request.setEncoding('utf8'));
    const [id, at, signature] = ['id', 'timestamp', 'signature'].map(name =>
      String(request.headers[`webhook-${name}`]),
    );
    const expected = new Webhook(secret).sign(id ?? '', new Date(Number(at) * 1000), body);
    const { status, headers = {} } = signature === expected ? mood(body) : { status: 401 };
    pushes.push({ id: id ?? '', body, status });
    response.writeHead(status, headers).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const receiver: MoodyReceiver = {
    pushes,
    answers(next) {
      mood = next;
    },
  };
  return {
    receiver,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/flags`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
