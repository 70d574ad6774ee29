import { randomBytes } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalHub } from '@infra/local';
import type { SystemManifest } from '../../../functions/adapters/contract.ts';
import { constructName } from '../../../infra/constructs/source-system.ts';
import type { Receipt, SystemClient } from '../system-client.ts';
import { type FlagBoard, makeFlagBoard, type Notice } from './flag-board.ts';
import { type Inbox, readInbox } from './inbox-reader.ts';
import { isHeldNotice } from './native/read-native.ts';
import { readers } from './native.ts';
import { startWebhookReceiver } from './webhook-receiver.ts';

/** A team's system as its people see it: it knows what the hub sent it and nothing else. */
export interface TeamSystem extends Omit<FlagBoard, 'take'> {
  system: string;
  /** Every message that the hub sent it, as it came. */
  received: readonly string[];
  /** Takes a message of the hub's, by whatever way it came, and says which versions of which flags those are. */
  take(body: string): Receipt[];
  /** Invents a flag that nobody told it of. */
  invent(notice: Notice): void;
  /** From now on it takes nothing that is pushed to it, or everything again. */
  setDown(isDown: boolean): void;
}

/** What has to be known of a system to play it. */
export type SystemAround = Pick<SystemManifest, 'system' | 'delivery'>;

/** Source systems outside the hub. */
export interface TeamSystems {
  /** The settings that the hub pushes with, by the logical id of the secret in the template. */
  secrets: Readonly<Record<string, string>>;
  /** Those whose own format is read here. */
  all: readonly TeamSystem[];
  /** Those whose format nobody here reads yet: what the hub sent them is kept as it came. */
  unread: readonly TeamSystem[];
  /** Lets the systems that fetch know where and as whom, and all of them what time it is. */
  connect(hub: LocalHub, clientOf: (system: string) => Pick<SystemClient, 'acknowledge'>): void;
  /** Lets the systems that fetch do so, and acknowledge what they took. */
  fetch(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a system for each manifest: some are pushed to, the others fetch from their inboxes. */
export async function startTeamSystems(manifests: readonly SystemAround[]): Promise<TeamSystems> {
  let now = () => new Date();
  let inboxes: (Inbox & Pick<TeamSystem, 'take'> & Pick<SystemClient, 'acknowledge'>)[] = [];
  const made = manifests.map(manifest => ({ manifest, ...makeTeamSystem(manifest.system) }));
  const fetching = made.filter(({ manifest }) => manifest.delivery === 'inbox');
  const pushed = await Promise.all(
    made
      .filter(({ manifest }) => manifest.delivery === 'webhook')
      .map(async ({ manifest, take, isDown }) => {
        const secret = randomBytes(33).toString('base64');
        const receiver = await startWebhookReceiver({ secret, now: () => now(), isDown, take });
        const settings = JSON.stringify({ url: receiver.url, secret });
        return { receiver, entry: [`${constructName(manifest.system)}WebhookSecret`, settings] as const };
      }),
  );
  return {
    secrets: Object.fromEntries(pushed.map(({ entry }) => entry)),
    all: made.filter(({ system }) => readers[system] !== undefined),
    unread: made.filter(({ system }) => readers[system] === undefined),
    connect(hub, clientOf) {
      now = hub.now;
      const client = new SQSClient(hub.awsConfig('sqs'));
      inboxes = fetching.map(({ system, take }) => {
        const queueUrl = hub.outputs[`${constructName(system)}InboxQueueUrl`] ?? '';
        return { client, queueUrl, take, acknowledge: clientOf(system).acknowledge };
      });
    },
    async fetch() {
      for (const { take, acknowledge, ...inbox } of inboxes) {
        const receipts: Receipt[] = [];
        await readInbox(inbox, body => receipts.push(...take(body)));
        await acknowledge(receipts);
      }
    },
    async stop() {
      for (const { client } of inboxes) client.destroy();
      await Promise.all(pushed.map(({ receiver }) => receiver.stop()));
    },
  };
}

function makeTeamSystem(system: string): TeamSystem & { isDown: () => boolean } {
  const { take: note, ...board } = makeFlagBoard();
  const received: string[] = [];
  const read = readers[system] ?? (() => []);
  let down = false;
  return {
    ...board,
    system,
    received,
    isDown: () => down,
    setDown(isDown) {
      down = isDown;
    },
    invent: note,
    take(body) {
      received.push(body);
      const message: unknown = JSON.parse(body);
      const notices = isHeldNotice(message) ? [] : read(message);
      for (const notice of notices) note(notice);
      return notices.map(({ reference: flagId, version }) => ({ flagId, version }));
    },
  };
}
