import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest';
import { makeWebhookSettings } from '../../../functions/shell/webhook-settings.ts';

const manager = mockClient(SecretsManagerClient);
afterAll(() => manager.restore());
const secretArn = 'arn:aws:secretsmanager:eu-west-2:111122223333:secret:repairs';
const secret = `whsec_${Buffer.from('a secret of at least 24 bytes').toString('base64')}`;
const settings = { url: 'https://repairs.example/flags', secret };
const settingsReader = (allowsLoopback = false) =>
  makeWebhookSettings({
    ...{ client: new SecretsManagerClient({ region: 'eu-west-2' }), secretArn },
    allowsLoopback,
  });

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
  expect(await read()).toEqual({ url: settings.url, secrets: [secret] });
  vi.advanceTimersByTime(4 * 60 * 1000);
  await read();
  expect(manager.calls()).toHaveLength(1);
  vi.advanceTimersByTime(2 * 60 * 1000);
  await read();
  expect(manager.calls()).toHaveLength(2);
});

it.each<[string, string | undefined]>([
  ['nothing', undefined],
  ['no JSON', 'changeme'],
  ['no address', JSON.stringify({ secret })],
  ['an address that was not put in yet', JSON.stringify({ ...settings, url: '' })],
  ['no key', JSON.stringify({ url: settings.url })],
  ['an empty list of keys', JSON.stringify({ ...settings, secrets: [] })],
  ['plain HTTP to another machine', JSON.stringify({ ...settings, url: 'http://repairs.example/flags' })],
  ...[
    ['a user name', 'https://hub:word@repairs.example/flags'],
    ['this machine', 'http://127.0.0.1:9001/flags'],
    ['this machine by another name', 'https://localhost/flags'],
    ['this machine in IPv6', 'https://[::1]/flags'],
    ['this machine within IPv6', 'https://[::ffff:127.0.0.1]/flags'],
    ['this machine as one number', 'https://2130706433/flags'],
    ['the clouds’ metadata', 'https://169.254.169.254/latest/meta-data/'],
    ['their metadata in IPv6', 'https://[fd00:ec2::254]/flags'],
    ['a private network', 'https://10.1.2.3/flags'],
  ].map(
    ([what, url]) => [`an address with ${what}`, JSON.stringify({ ...settings, url })] as [string, string],
  ),
  ['a secret that is none', JSON.stringify({ ...settings, secret: 'short' })],
])('refuses %s without repeating the value', async (_what, SecretString) => {
  manager.reset();
  manager.on(GetSecretValueCommand).resolves(SecretString === undefined ? {} : { SecretString });
  const failure = settingsReader()();
  await expect(failure).rejects.toThrow('The webhook settings must be JSON { url, secrets }');
  await expect(failure).rejects.not.toThrow(/changeme|short|repairs\.example/);
});

it('takes plain HTTP to this machine where all of the hub runs on one', async () => {
  manager.reset();
  const local = { ...settings, url: 'http://127.0.0.1:8080/flags' };
  manager.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(local) });
  expect(await settingsReader(true)()).toEqual({ url: local.url, secrets: [secret] });
});

it('takes every key that the receiver may check with, in place of the one that the deployment made', async () => {
  const next = `whsec_${Buffer.from('another secret of at least 24').toString('base64')}`;
  manager
    .on(GetSecretValueCommand)
    .resolves({ SecretString: JSON.stringify({ ...settings, secrets: [next, secret] }) });
  expect(await settingsReader()()).toEqual({ url: settings.url, secrets: [next, secret] });
});
