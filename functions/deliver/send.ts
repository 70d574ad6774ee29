import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import type { OutboundMessage, SystemManifest } from '../adapters/contract.ts';
import { secretsManagerClient } from '../shell/clients/secrets-manager.ts';
import { sqsClient } from '../shell/clients/sqs.ts';
import { now } from '../shell/clock.ts';
import { environmentOf, setting } from '../shell/environment.ts';
import { makeInbox } from '../shell/queues.ts';
import { makeWebhook } from '../shell/webhook.ts';
import { makeWebhookSettings } from '../shell/webhook-settings.ts';

/** Gets a message to the system, or throws. The event's id identifies the message, however often it is sent. */
export type Send = (message: OutboundMessage, event: HubFlagEvent) => Promise<void>;

/** Makes the sender that a system's manifest asks for: a signed push, or a message in the system's inbox queue. */
export function makeSend(
  delivery: SystemManifest['delivery'],
  variables: Readonly<Record<string, string | undefined>>,
): Send {
  if (delivery === 'webhook') {
    const { WEBHOOK_SECRET_ARN: secretArn } = environmentOf({ WEBHOOK_SECRET_ARN: setting }, variables);
    const settings = makeWebhookSettings({ client: secretsManagerClient(), secretArn });
    const push = makeWebhook({ settings, now, fetch });
    return (message, { id }) => push({ ...message, id });
  }
  const { INBOX_QUEUE_URL: queueUrl } = environmentOf({ INBOX_QUEUE_URL: setting }, variables);
  const leave = makeInbox({ client: sqsClient(), queueUrl });
  return ({ body }, { id, data }) => leave({ body, eventId: id, version: data.flag.version });
}
