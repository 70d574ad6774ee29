import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { HubError } from './errors.ts';
import { type Machine, machine } from './machine.ts';
import { faultOfAddress } from './webhook-address.ts';

const keySchema = z
  .string()
  .regex(/^(whsec_)?[A-Za-z0-9+/]{24,}={0,2}$/, 'a webhook secret is base64 of at least 18 bytes');
function urlSchema(allowsLoopback: boolean) {
  return z.string().check(({ value, issues }) => {
    const message = faultOfAddress(value, allowsLoopback);
    if (message !== undefined) issues.push({ code: 'custom', message, input: value });
  });
}

/** While a key is changed there are two; a third is for who changes it again before the receiver has followed. */
const mostKeys = 3;

function settingsSchema(allowsLoopback: boolean) {
  return z
    .object({
      url: urlSchema(allowsLoopback),
      /** As the deployment makes it: one key. */
      secret: keySchema.optional(),
      /** As people put it in: every key that the receiver may check with, the newest first. */
      secrets: z.array(keySchema).min(1).max(mostKeys).optional(),
    })
    .transform(({ url, secret, secrets = secret === undefined ? [] : [secret] }) => ({ url, secrets }))
    .refine(({ secrets }) => secrets.length > 0, { path: ['secrets'], message: 'there is no key' });
}
const json = z.string().transform((value, context) => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
const [publicSchema, localSchema] = [json.pipe(settingsSchema(false)), json.pipe(settingsSchema(true))];

/** Where a system wants its flags, and the keys that it may check them with: every one of them signs. */
export type WebhookSettings = z.output<ReturnType<typeof settingsSchema>>;

const keptMilliseconds = 5 * 60 * 1000;

/**
 * Makes the reader of one system's webhook settings. A value is kept for five minutes: a rotated secret is in use
 * by then, and Secrets Manager is not asked for every flag.
 * @throws {HubError} from the reader when the secret does not hold `{ url, secrets }`; the value is not repeated.
 */
export function makeWebhookSettings(
  store: { client: SecretsManagerClient; secretArn: string; allowsLoopback: boolean },
  { elapsed }: Pick<Machine, 'elapsed'> = machine,
) {
  let kept: { settings: WebhookSettings; until: number } | undefined;
  return async (): Promise<WebhookSettings> => {
    if (kept !== undefined && elapsed() < kept.until) return kept.settings;
    const { SecretString } = await store.client.send(
      new GetSecretValueCommand({ SecretId: store.secretArn }),
    );
    const settings = readWebhookSettings(SecretString, store.allowsLoopback);
    kept = { settings, until: elapsed() + keptMilliseconds };
    return settings;
  };
}

/** Reads webhook settings. @throws {HubError} saying what is wrong; the value is not repeated. */
export function readWebhookSettings(text: string | undefined, allowsLoopback: boolean): WebhookSettings {
  const parsed = (allowsLoopback ? localSchema : publicSchema).safeParse(text);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(issue => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new HubError(`The webhook settings must be JSON { url, secrets }: ${wrong.join('; ')}`, {
    retryable: true,
  });
}
