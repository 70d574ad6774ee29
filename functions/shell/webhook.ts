import { Webhook } from 'standardwebhooks';
import type { Instant } from '../../schemas/reference.ts';
import type { SendOutcome } from '../core/delivery/send-outcome.ts';
import { errorName } from './errors.ts';
import { type Machine, machine } from './machine.ts';
import { retryAfter } from './retry-after.ts';
import { faultOfName } from './webhook-address.ts';
import type { WebhookSettings } from './webhook-settings.ts';

/** A message to push: the id stays the same whenever it is pushed again, so that the receiver can tell. */
export interface WebhookMessage {
  id: string;
  contentType: string;
  body: unknown;
}

interface WebhookDeps
  extends Pick<Machine, 'now' | 'fetch' | 'addressesOf'>,
    Partial<Pick<Machine, 'timeLimit'>> {
  settings: () => Promise<WebhookSettings>;
}

const timeoutMilliseconds = 10_000;

/** There was no connection: the system has nothing and will have nothing of the message. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Answers that are about this message: the receiver cannot read it, or (410) wants no more of them. Every other answer but
 * 2xx is about the state that the receiver is in (an expired key, a wrong address, a lock, a proxy in front of it): the
 * message is retried, and the system counts as out of reach, as after no answer at all.
 */
const aboutTheMessage = new Set([400, 406, 410, 413, 414, 415, 422, 431]);

/**
 * Makes the sender of signed webhooks (Standard Webhooks 1.0): the signature covers the id, the time and the exact bytes,
 * and there is one by every key, so that a key is changed without losing a message.
 * A redirect is not followed: the signed message goes to the agreed address and nowhere else. A name that leads to an
 * address of the hub's own surroundings is not called; should it lead elsewhere a moment later, nobody there has its certificate.
 * @returns from the sender, taken for 2xx alone; refused where the answer is about the message, and retried for all else.
 * @throws {HubError} from the sender when its own settings cannot be read: then nothing was sent.
 */
export function makeWebhook({
  settings,
  now,
  fetch,
  addressesOf,
  timeLimit = machine.timeLimit,
}: WebhookDeps) {
  return async ({ id, contentType, body }: WebhookMessage): Promise<SendOutcome> => {
    const { url, secrets } = await settings();
    const at = new Date(now());
    const payload = JSON.stringify(body);
    const request = {
      method: 'POST',
      redirect: 'manual',
      signal: timeLimit(timeoutMilliseconds),
      headers: {
        'content-type': contentType,
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': secrets.map(secret => new Webhook(secret).sign(id, at, payload)).join(' '),
      },
      body: payload,
    } as const;
    try {
      const fault = await faultOfName(url, addressesOf);
      if (fault !== undefined) return { kind: 'later', reason: fault };
      const answer = await fetch(url, request);
      await answer.body?.cancel();
      return outcomeOf(answer, now());
    } catch (error) {
      const cause = causeOf(error);
      const reason = `no answer (${cause})`;
      return unreached.has(cause) ? { kind: 'later', reason } : { kind: 'later', reason, unanswered: true };
    }
  };
}

function outcomeOf({ ok, status, headers }: Response, at: Instant): SendOutcome {
  if (ok) return { kind: 'taken', acknowledged: true };
  const reason = `answered ${status}`;
  if (aboutTheMessage.has(status)) return { kind: 'refused', reason };
  return { kind: 'later', reason, notBefore: retryAfter(headers.get('retry-after'), at) };
}

/** `TimeoutError`, or what the network said, such as `ECONNREFUSED`. */
function causeOf(error: unknown): string {
  const causes = error instanceof Error ? [error, error.cause] : [];
  const code = causes.flatMap(cause => (cause instanceof Error && 'code' in cause ? [cause.code] : []))[0];
  return typeof code === 'string' ? code : errorName(error);
}
