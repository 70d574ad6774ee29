import * as z from 'zod';
import type { HubEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage, SystemManifest } from '../../adapters/contract.ts';
import type { SendOutcome } from '../../core/delivery/send-outcome.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { errorName } from '../../shell/errors.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeInbox } from '../../shell/queues.ts';
import type { CircuitStore } from '../../shell/tables/deliveries/circuit-store.ts';
import { makeWebhook } from '../../shell/webhook.ts';
import { makeWebhookSettings } from '../../shell/webhook-settings.ts';
import { guard } from './guard.ts';

/**
 * Tries to get a message to the system and says what came of it. The event's id identifies the message, however often it is
 * sent. It throws only where the hub's own side failed before anything was sent: then nothing can come of it.
 */
export type Send = (message: OutboundMessage, event: HubEvent) => Promise<SendOutcome>;

/** The version of the flag that it is of, where it is of one. */
export function versionIn(event: HubEvent | undefined): number | undefined {
  return event !== undefined && 'flag' in event.data ? event.data.flag.version : undefined;
}

type SendShell = Machine & Pick<Clients, 'secretsManagerClient' | 'sqsClient'>;

/**
 * Makes what makes the sender of one invocation, as a system's manifest asks for: a signed push behind the system's circuit, or
 * its inbox queue.
 */
export function makeSend(
  delivery: SystemManifest['delivery'],
  circuits: Pick<CircuitStore, 'read' | 'change'>,
  variables: Variables,
  shell: SendShell,
): () => Send {
  if (delivery === 'webhook') {
    const { WEBHOOK_SECRET_ARN: secretArn, WEBHOOK_LOOPBACK: loopback } = environmentOf(
      { WEBHOOK_SECRET_ARN: setting, WEBHOOK_LOOPBACK: z.enum(['refused', 'allowed']) },
      variables,
    );
    const secret = {
      client: shell.secretsManagerClient(),
      secretArn,
      allowsLoopback: loopback === 'allowed',
    };
    const settings = makeWebhookSettings(secret, shell);
    const push = makeWebhook({ ...shell, settings });
    return guard({ send: (message, { id }) => push({ ...message, id }), circuits, now: shell.now });
  }
  const { INBOX_QUEUE_URL: queueUrl } = environmentOf({ INBOX_QUEUE_URL: setting }, variables);
  const leave = makeInbox({ client: shell.sqsClient(), queueUrl });
  return () => async (message, event) => {
    try {
      await leave({ ...message, eventId: event.id, version: versionIn(event) });
      return { kind: 'taken', acknowledged: false };
    } catch (error) {
      // Also what was refused in the end may lie there since an earlier try, whose answer was lost.
      return { kind: 'later', reason: `no answer (${errorName(error)})`, unanswered: true };
    }
  };
}
