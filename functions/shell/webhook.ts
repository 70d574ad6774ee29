import { Webhook } from 'standardwebhooks';
import type { Instant } from '../../schemas/reference.ts';
import { HubError } from './errors.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** A message to push: the id stays the same whenever it is pushed again, so that the receiver can tell. */
export interface WebhookMessage {
  id: string;
  contentType: string;
  body: unknown;
}

interface WebhookDeps {
  settings: () => Promise<WebhookSettings>;
  now: () => Instant;
  fetch: typeof globalThis.fetch;
}

const timeoutMilliseconds = 10_000;

/** Answers that say "not now": the rest of the 4xx say that the receiver will not take this message as it is. */
const passing = new Set([408, 425, 429]);

/**
 * Makes the sender of signed webhooks (Standard Webhooks 1.0): the signature covers the id, the time and the exact bytes,
 * and there is one by every key, so that a key is changed without losing a message.
 * A redirect is not followed: the signed message goes to the agreed address and nowhere else.
 * @throws {HubError} from the sender when the answer is not 2xx; `retryable` tells "not now" from "not like this".
 */
export function makeWebhook({ settings, now, fetch }: WebhookDeps) {
  return async ({ id, contentType, body }: WebhookMessage): Promise<void> => {
    const { url, secrets } = await settings();
    const at = new Date(now());
    const payload = JSON.stringify(body);
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
      headers: {
        'content-type': contentType,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, payload)).join(' '),
      },
      body: payload,
    });
    await answer.body?.cancel();
    if (answer.ok) return;
    const retryable = answer.status >= 500 || passing.has(answer.status);
    throw new HubError(`The receiver answered ${answer.status} to message ${id}`, { retryable });
  };
}
