import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalHub } from '@infra/local';
import { adapters } from '../../../functions/adapters/registry.ts';
import { startWebhookReceiver } from '../../scenarios/team-systems/webhook-receiver.ts';
import { fetchInbox } from './inbox.ts';

/** A message of the hub at a system, and when it came by `performance.now()`. */
interface Arrival {
  system: string;
  body: string;
  at: number;
}

/** The far ends of every system: a webhook for those that are pushed to, a fetching client for the others. */
export interface Receivers {
  /** Every message so far. */
  arrivals: readonly Arrival[];
  /** The webhook settings, by the logical id of the secret in the template. */
  secrets: Readonly<Record<string, string>>;
  /** Takes the time from a hub and begins to fetch from its inboxes. */
  connect(hub: LocalHub): void;
  /** Resolves at the next arrival. */
  next(): Promise<void>;
  stop(): Promise<void>;
}

/** Opens the webhooks of all systems that are pushed to. */
export async function startReceivers(): Promise<Receivers> {
  const arrivals: Arrival[] = [];
  let waiting = Promise.withResolvers<void>();
  let now = () => new Date();
  const take = (system: string) => (body: string) => {
    arrivals.push({ system, body, at: performance.now() });
    waiting.resolve();
    waiting = Promise.withResolvers();
  };
  const webhooks = await Promise.all(
    systemsBy('webhook').map(async system => {
      const secret = randomBytes(33).toString('base64');
      const receiver = await startWebhookReceiver({ secret, now: () => now(), take: take(system) });
      return { system, receiver, settings: JSON.stringify({ url: receiver.url, secret }) };
    }),
  );
  const stopped = new AbortController();
  const fetching: Promise<void>[] = [];
  return {
    arrivals,
    secrets: Object.fromEntries(
      webhooks.map(({ system, settings }) => [`${titled(system)}WebhookSecret`, settings]),
    ),
    connect(hub) {
      now = hub.now;
      const client = new SQSClient(hub.awsConfig('sqs'));
      for (const system of systemsBy('inbox')) {
        const queueUrl = hub.outputs[`${titled(system)}InboxQueueUrl`] ?? '';
        fetching.push(fetchInbox({ client, queueUrl }, take(system), stopped.signal));
      }
    },
    next: () => waiting.promise,
    async stop() {
      stopped.abort();
      await Promise.all([...fetching, ...webhooks.map(({ receiver }) => receiver.stop())]);
    },
  };
}

function systemsBy(delivery: 'webhook' | 'inbox'): string[] {
  return adapters.flatMap(({ manifest }) => (manifest.delivery === delivery ? [manifest.system] : []));
}

function titled(system: string): string {
  return `${system.slice(0, 1).toUpperCase()}${system.slice(1)}`;
}
