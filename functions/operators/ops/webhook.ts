import * as z from 'zod';
import { readJson } from '../../shell/http/json.ts';
import type { WebhookSecrets } from '../../shell/operations/webhook-secrets.ts';
import { faultOfName } from '../../shell/webhook-address.ts';
import { readWebhookSettings, type WebhookSettings } from '../../shell/webhook-settings.ts';
import { UsageError, type WebhookChange } from './arguments.ts';

interface Deps {
  /** Where the settings are, by system. */
  webhooks: ReadonlyMap<string, string>;
  secrets: WebhookSecrets;
  /** The addresses that a name leads to. */
  addressesOf: (host: string) => Promise<string[]>;
  newKey: () => string;
  allowsLoopback: boolean;
  print: (line: string) => void;
}

/** As it is stored, which may be no settings yet: the deployment leaves the address empty. */
const storedSchema = z.object({
  url: z.string().catch(''),
  secret: z.string().optional(),
  secrets: z.array(z.string()).optional(),
});

/**
 * Shows where a system is pushed to, or changes that, or its keys. What is wrong is refused here, and not found out by a
 * flag that cannot be delivered. Keys are never shown, but for a new one, once: the system's team needs it.
 * @returns whether the settings can be used.
 * @throws {UsageError} when there is no such webhook, or when what was given cannot be used.
 */
export async function changeWebhook(deps: Deps, change: WebhookChange): Promise<boolean> {
  const { webhooks, secrets, print } = deps;
  const arn = webhooks.get(change.system);
  if (arn === undefined) {
    const known = [...webhooks.keys()].join(', ');
    throw new UsageError(`No webhook is of a system ${change.system}; there are those of ${known}`);
  }
  const before = storedIn(await secrets.read(arn), change.system);
  if (change.url === undefined && change.keys === undefined) return show(deps, before);
  const after = {
    url: change.url ?? before.url,
    secrets: keysAfter(before.secrets, change.keys, deps.newKey),
  };
  await refuseUnusable(deps, after);
  await secrets.write(arn, JSON.stringify(after));
  if (change.keys === 'add') print(`new key, for the system's team, shown this once: ${after.secrets[0]}`);
  print('stored; in use within five minutes');
  return show(deps, after);
}

/** @throws {UsageError} when it is no JSON object: what keys there are nobody can tell. */
function storedIn(text: string, system: string): WebhookSettings {
  const json = readJson(text);
  const stored = storedSchema.safeParse(json.ok ? json.value : undefined);
  if (!stored.success)
    throw new UsageError(`The secret of ${system} is not JSON { url, secrets }: restore its former version`);
  const { url, secret, secrets = secret === undefined ? [] : [secret] } = stored.data;
  return { url, secrets };
}

function keysAfter(keys: readonly string[], change: WebhookChange['keys'], newKey: () => string): string[] {
  if (change === 'add') return [newKey(), ...keys];
  return change === 'drop-old' ? keys.slice(0, 1) : [...keys];
}

async function refuseUnusable(deps: Deps, settings: WebhookSettings): Promise<void> {
  const { allowsLoopback, addressesOf } = deps;
  try {
    readWebhookSettings(JSON.stringify(settings), allowsLoopback);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const fault = await faultOfName(settings.url, addressesOf).catch(
    (error: Error) => `its name leads nowhere (${error.message})`,
  );
  if (fault !== undefined) throw new UsageError(`${settings.url} cannot be used: ${fault}`);
}

function show({ print }: Deps, { url, secrets }: WebhookSettings): boolean {
  print(`${url === '' ? 'no address yet' : url}, ${secrets.length} ${secrets.length === 1 ? 'key' : 'keys'}`);
  return url !== '';
}
