import { expect, it } from 'vitest';
import { changeWebhook } from '../../../../functions/operators/ops/webhook.ts';

const [old, made] = ['the key that was there first', 'the one that takes its place'].map(
  text => `whsec_${Buffer.from(text).toString('base64')}`,
);
const asDeployed = JSON.stringify({ url: '', secret: old });
const asUsed = JSON.stringify({ url: 'https://repairs.example/flags', secrets: [old] });

async function change(asked: object, stored = asUsed, addresses: string[] | 'ENOTFOUND' = ['203.0.113.7']) {
  const [written, lines]: [unknown[], string[]] = [[], []];
  const outcome = await changeWebhook(
    {
      webhooks: new Map([['repairs', 'arn:secret']]),
      secrets: {
        read: () => Promise.resolve(stored),
        write: (_arn, text) => Promise.resolve(void written.push(JSON.parse(text))),
      },
      addressesOf: () =>
        typeof addresses === 'string' ? Promise.reject(new Error(addresses)) : Promise.resolve(addresses),
      newKey: () => `${made}`,
      allowsLoopback: false,
      print: line => lines.push(line),
    },
    { system: 'repairs', url: undefined, keys: undefined, ...asked },
  ).catch((error: Error) => error.message);
  return { outcome, written, text: lines.join('\n') };
}

it('shows the address and how many keys there are, and no key', async () => {
  expect(await change({}, asDeployed)).toEqual({
    outcome: false,
    written: [],
    text: 'no address yet, 1 key',
  });
  expect(await change({})).toMatchObject({ outcome: true, text: 'https://repairs.example/flags, 1 key' });
});

it('puts in an address and keeps the key that the deployment made', async () => {
  const { outcome, written } = await change({ url: 'https://repairs.example/new' }, asDeployed);
  expect([outcome, written]).toEqual([true, [{ url: 'https://repairs.example/new', secrets: [old] }]]);
});

it('adds a key in front, shows it, and drops the old ones when asked to', async () => {
  const added = await change({ keys: 'add' });
  expect(added.written).toEqual([{ url: 'https://repairs.example/flags', secrets: [made, old] }]);
  expect(added.text).toContain(made);
  const { written, text } = await change({ keys: 'drop-old' }, JSON.stringify(added.written[0]));
  expect(written).toEqual([{ url: 'https://repairs.example/flags', secrets: [made] }]);
  expect(text).not.toContain(made);
});

it.each([
  [{ url: 'http://repairs.example/flags' }, /https/],
  [{ url: 'https://10.0.0.1/flags' }, /public/],
  [{ keys: 'add' }, /URL/, asDeployed],
  [{ url: 'https://inside.example/flags' }, /leads to an address that is not public/, asUsed, ['10.1.1.1']],
  [{ keys: 'add' }, /is not JSON \{ url, secrets \}/, 'changeme'],
  [{ system: 'gas' }, /No webhook is of a system gas; there are those of repairs/],
])('refuses %j and writes nothing', async (asked, message, stored = asUsed, addresses = ['203.0.113.7']) => {
  const { outcome, written } = await change(asked, stored, addresses);
  expect(outcome).toMatch(message);
  expect(written).toEqual([]);
});

it('says so when the name leads nowhere', async () => {
  const { outcome, written } = await change({ url: 'https://nowhere.example/f' }, asUsed, 'ENOTFOUND');
  expect([outcome, written]).toEqual([expect.stringMatching(/leads nowhere \(ENOTFOUND\)/), []]);
});
