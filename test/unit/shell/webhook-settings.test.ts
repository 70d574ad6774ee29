import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeWebhookSettings } from '../../../functions/shell/webhook-settings.ts';

const manager = mockClient(SecretsManagerClient);
const secretArn = 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:repairs';
const secret = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const settings = { url: 'https://repairs.example/flags', secret };
const settingsReader = () =>
  makeWebhookSettings({ client: new SecretsManagerClient({ region: 'eu-west-2' }), secretArn });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  manager.reset();
  manager
    .on(GetSecretValueCommand, { SecretId: secretArn })
    .resolves({ SecretString: JSON.stringify(settings) });
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once in five minutes', async () => {
  const read = settingsReader();
  expect(await read()).toEqual(settings);
  vi.advanceTimersByTime(4 * 60 * 1000);
  await read();
  expect(manager.calls()).toHaveLength(1);
  vi.advanceTimersByTime(2 * 60 * 1000);
  await read();
  expect(manager.calls()).toHaveLength(2);
});

it.each([
  ['nothing', undefined],
  ['no JSON', 'changeme'],
  ['no address', JSON.stringify({ secret })],
  ['plain HTTP to another machine', JSON.stringify({ ...settings, url: 'http://repairs.example/flags' })],
  ['a secret that is none', JSON.stringify({ ...settings, secret: 'short' })],
])('refuses %s without repeating the value', async (_what, SecretString) => {
  manager.reset();
  manager.on(GetSecretValueCommand).resolves(SecretString === undefined ? {} : { SecretString });
  const failure = settingsReader()();
  await expect(failure).rejects.toThrow('The webhook settings must be JSON { url, secret }');
  await expect(failure).rejects.not.toThrow(/changeme|short|repairs\.example/);
});

it('takes plain HTTP to this machine', async () => {
  manager.reset();
  const local = { ...settings, url: 'http://127.0.0.1:8080/flags' };
  manager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(local) });
  expect(await settingsReader()()).toEqual(local);
});
