import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { HubError } from './errors.ts';
import { type Machine, machine } from './machine.ts';

/** Plain HTTP carries nothing off the machine: only to a loopback address is it as good as HTTPS. */
function isConfidential(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

const keySchema = z
  .string()
  .regex(/^(whsec_)?[A-Za-z0-9+/]{24,}={0,2}$/, 'a webhook secret is base64 of at least 18 bytes');
const urlSchema = z.url().refine(isConfidential, 'the address of a webhook is https');

/** While a key is changed there are two; a third is for who changes it again before the receiver has followed. */
const mostKeys = 3;

const settingsSchema = z
  .object({
    url: urlSchema,
    /** As the deployment makes it: one key. */
    secret: keySchema.optional(),
    /** As people put it in: every key that the receiver may check with, the newest first. */
    secrets: z.array(keySchema).min(1).max(mostKeys).optional(),
  })
  .transform(({ url, secret, secrets = secret === undefined ? [] : [secret] }) => ({ url, secrets }))
  .refine(({ secrets }) => secrets.length > 0, { path: ['secrets'], message: 'there is no key' });
/** Where a system wants its flags, and the keys that it may check them with: every one of them signs. */
export type WebhookSettings = z.output<typeof settingsSchema>;

const keptMilliseconds = 5 * 60 * 1000;

/**
 * Makes the reader of one system's webhook settings. A value is kept for five minutes: a rotated secret is in use
 * by then, and Secrets Manager is not asked for every flag.
 * @throws {HubError} from the reader when the secret does not hold `{ url, secrets }`; the value is not repeated.
 */
export function makeWebhookSettings(
  store: { client: SecretsManagerClient; secretArn: string },
  { elapsed }: Pick<Machine, 'elapsed'> = machine,
) {
  let kept: { settings: WebhookSettings; until: number } | undefined;
  return async (): Promise<WebhookSettings> => {
    if (kept !== undefined && elapsed() < kept.until) return kept.settings;
    const { SecretString } = await store.client.send(
      new GetSecretValueCommand({ SecretId: store.secretArn }),
    );
    const settings = settingsOf(SecretString);
    kept = { settings, until: elapsed() + keptMilliseconds };
    return settings;
  };
}

function settingsOf(text: string | undefined): WebhookSettings {
  const json = z.string().transform((value, context) => {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      context.addIssue('not JSON');
      return z.NEVER;
    }
  });
  const parsed = json.pipe(settingsSchema).safeParse(text);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(issue => `${issue.path.join('.') || 'value'}: ${issue.message}`);
  throw new HubError(`The webhook settings must be JSON { url, secrets }: ${wrong.join('; ')}`, {
    retryable: true,
  });
}
