import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalHub } from '../../../infra/local/hub.ts';
import { type FlagBoard, makeFlagBoard } from './flag-board.ts';
import { type Inbox, readInbox } from './inbox-reader.ts';
import { type ReadNative, readComplaints, readLeaks, readRepairs, readTenancy } from './native.ts';
import { startWebhookReceiver } from './webhook-receiver.ts';

/** A team's system as its people see it: it knows what the hub sent it and nothing else. */
export interface TeamSystem extends Pick<FlagBoard, 'shownAt' | 'count'> {
  system: string;
  /** Every message that the hub sent it, as it came. */
  received: readonly string[];
}

/** The systems of all four teams, outside the hub. */
export interface TeamSystems {
  /** The settings that the hub pushes with, by the logical id of the secret in the template. */
  secrets: Readonly<Record<string, string>>;
  all: readonly TeamSystem[];
  /** Lets the systems that fetch know where, and all of them what time it is. */
  connect(hub: LocalHub): void;
  /** Lets the systems that fetch do so. */
  fetch(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the four systems: repairs and complaints are pushed to, tenancy and leaks fetch from their inboxes. */
export async function startTeamSystems(): Promise<TeamSystems> {
  let now = () => new Date();
  let inboxes: Inbox[] = [];
  const [repairs, tenancy, leaks, complaints] = [
    makeTeamSystem('repairs', readRepairs),
    makeTeamSystem('tenancy', readTenancy),
    makeTeamSystem('leaks', readLeaks),
    makeTeamSystem('complaints', readComplaints),
  ] as const;
  const pushed = async ({ take }: typeof repairs) => {
    const secret = randomBytes(33).toString('base64');
    const receiver = await startWebhookReceiver({ secret, now: () => now(), take });
    return { settings: JSON.stringify({ url: receiver.url, secret }), receiver };
  };
  const [toRepairs, toComplaints] = await Promise.all([pushed(repairs), pushed(complaints)]);
  return {
    secrets: {
      RepairsWebhookSecret: toRepairs.settings,
      ComplaintsWebhookSecret: toComplaints.settings,
    },
    all: [repairs, tenancy, leaks, complaints],
    connect(hub) {
      now = hub.now;
      const client = new SQSClient(hub.awsConfig('sqs'));
      const inbox = (output: string) => ({ client, queueUrl: hub.outputs[output] ?? '' });
      inboxes = [inbox('TenancyInboxQueueUrl'), inbox('LeaksInboxQueueUrl')];
    },
    async fetch() {
      const [tenancyInbox, leaksInbox] = inboxes;
      if (tenancyInbox !== undefined) await readInbox(tenancyInbox, tenancy.take);
      if (leaksInbox !== undefined) await readInbox(leaksInbox, leaks.take);
    },
    async stop() {
      for (const { client } of inboxes) client.destroy();
      await Promise.all([toRepairs.receiver.stop(), toComplaints.receiver.stop()]);
    },
  };
}

function makeTeamSystem(system: string, read: ReadNative): TeamSystem & { take(body: string): void } {
  const board = makeFlagBoard();
  const received: string[] = [];
  return {
    system,
    shownAt: board.shownAt,
    count: board.count,
    received,
    take(body) {
      received.push(body);
      for (const notice of read(JSON.parse(body))) board.take(notice);
    },
  };
}
