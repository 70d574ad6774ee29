import { readFileSync } from 'node:fs';
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { manifests } from '../../functions/adapters/manifests.ts';
import { deployedTemplates } from '../../infra/changes/deployed.ts';
import { type KeptList, keptIn, losses } from '../../infra/changes/kept.ts';
import { worse } from '../../infra/changes/worse.ts';
import type { Cfn } from '../../infra/merged-template.ts';
import { type Synthesised, sampleManifests, synthesise, type Told } from './synthesised.ts';

const list = new URL('../../infra/changes/kept.json', import.meta.url);
const advice = 'read in infra/README.md what to do about it; what is new is added by npm run kept';

test('what is kept in prod stays what it is and is not made anew: it is compared with a list', async () => {
  const now = keptIn((await synthesise({ stage: 'prod' }, manifests)).stacks);
  const before: KeptList = JSON.parse(readFileSync(list, 'utf8'));
  expect(losses(before, now), advice).toEqual([]);
  expect(now, advice).toEqual(before);
});

const told = {
  stage: 'prod',
  tokens: { issuer: 'https://login.example.org', audiences: ['lintel', 'lintel-test'] },
  claimNames: { Mender: 'repairs-officer' },
  principals: { repairs: '111122223333', leaks: '444455556666', 'tenancy-support': '111122223333' },
} as const satisfies Told;

const domain = {
  name: 'hub.example.org',
  certificate: 'arn:aws:acm:eu-west-2:111122223333:certificate/3f6c',
};

let before: Synthesised;
beforeAll(async () => {
  before = await synthesise(told);
});

const after = async (otherwise: Told, manifests = sampleManifests) =>
  worse(before.stacks, (await synthesise({ ...told, ...otherwise }, manifests)).stacks).map(
    ({ what }) => what,
  );

/** The same stacks, with one resource otherwise. */
function changed(stack: string, id: string, change: (resource: Cfn) => void): string[] {
  const stacks = structuredClone(before.stacks) as typeof before.stacks;
  const found = Object.entries(stacks.get(stack)?.Resources ?? {}).find(([name]) => name.startsWith(id));
  if (found === undefined) throw new Error(`${stack} has no ${id}`);
  change(found[1]);
  return worse(before.stacks, stacks).map(({ what }) => what);
}

describe('a deployment', () => {
  test('of the same, or of one system more, takes nothing away', async () => {
    const grounds = {
      ...sampleManifests[0],
      system: 'grounds',
      title: 'Grounds',
    } as (typeof sampleManifests)[0];
    expect(await after({})).toEqual([]);
    const principals = { ...told.principals, grounds: '111122223333' };
    expect(await after({ principals }, [...sampleManifests, grounds])).toEqual([]);
  });

  test('that would let another account in instead is stopped, with what it had', async () => {
    const found = await after({ principals: { ...told.principals, leaks: '777788889999' } });
    expect(found).toHaveLength(5);
    for (const what of found)
      expect(what).toMatch(/444455556666:root at Leaks\w+ \(sqs:\w+\): would have no access/);
  });

  test.each<[Told, string[]]>([
    [
      { tokens: { ...told.tokens, issuer: 'https://other.example.org' } },
      [
        'officers with tokens of https://login.example.org',
        'systems with tokens of https://login.example.org',
      ],
    ],
    [
      { tokens: { ...told.tokens, audiences: ['lintel', 'other'] } },
      ['officers with tokens for lintel-test', 'systems with tokens for lintel-test'],
    ],
    [
      { systemTokens: { issuer: 'https://machines.example.org', audiences: ['lintel'] } },
      ['systems with tokens of https://login.example.org', 'systems with tokens for lintel-test'],
    ],
    [{ roleClaims: ['roles', 'cognito:groups'] }, ['roles in the claim role']],
    [{ claimNames: {} }, ['tokens that say Mender=repairs-officer']],
    [{ domain }, ['whoever calls the API by AWS’s address']],
  ])('that would no longer take tokens and requests as before is stopped: %j', async (otherwise, who) => {
    expect(await after(otherwise)).toEqual(who.map(one => `${one}: would have no access any more`));
  });

  test('that would call the API by another name is stopped', async () => {
    const named = (name: string) => synthesise({ ...told, domain: { ...domain, name } });
    const [is, would] = await Promise.all([named('hub.example.org'), named('lintel.example.org')]);
    expect(worse(is.stacks, would.stacks).map(({ what }) => what)).toEqual([
      'whoever calls the API by hub.example.org: would have no access any more',
    ]);
  });

  test('that would not keep data any more is stopped', async () => {
    const found = await after({ keepsData: false });
    expect(found).toContainEqual(
      expect.stringMatching(/^Lintel-prod-data\/StorageRecords\w+, AWS::DynamoDB::Table, would not outlive/),
    );
  });

  test('that would make a table, a key, a secret or a queue anew is stopped, with why', () => {
    const records = ['Lintel-prod-data', 'StorageRecords'] as const;
    expect(changed(...records, ({ Properties }) => Properties.KeySchema.reverse())).toEqual([
      expect.stringMatching(/StorageRecords.* would be made anew: its KeySchema would be other$/),
    ]);
    expect(changed(...records, resource => (resource.Properties.TableName = 'records'))).toHaveLength(1);
    expect(
      changed('Lintel-prod-repairs', 'RepairsWebhookSecret', ({ Properties }) => {
        Properties.GenerateSecretString.PasswordLength = 45;
      }),
    ).toHaveLength(1);
    expect(
      changed('Lintel-prod-leaks', 'LeaksInboxQueue', ({ Properties }) => (Properties.FifoQueue = true)),
    ).toHaveLength(1);
  });

  test('that would call one otherwise is stopped: CloudFormation would begin again with nothing', () => {
    const stacks = structuredClone(before.stacks) as Map<string, { Resources: Record<string, Cfn> }>;
    const { Resources = {} } = stacks.get('Lintel-prod-data') ?? {};
    const id = Object.keys(Resources).find(name => name.startsWith('StorageAudit')) ?? '';
    Resources['AuditTable'] = Resources[id];
    delete Resources[id];
    expect(worse(before.stacks, stacks)).toEqual([
      { of: `Lintel-prod-data/${id}`, what: `Lintel-prod-data/${id}, AWS::DynamoDB::Table, would be gone` },
    ]);
  });
});

test('what is deployed is read from CloudFormation; what is not there yet is nothing', async () => {
  const aws = mockClient(CloudFormationClient);
  onTestFinished(() => aws.restore());
  aws
    .on(GetTemplateCommand, { StackName: 'Lintel-prod', TemplateStage: 'Original' })
    .resolves({ TemplateBody: '{"Resources":{}}' })
    .on(GetTemplateCommand, { StackName: 'Lintel-prod-leaks' })
    .rejects(new Error('Stack with id Lintel-prod-leaks does not exist'))
    .on(GetTemplateCommand, { StackName: 'Lintel-prod-data' })
    .rejects(new Error('User is not authorized to perform: cloudformation:GetTemplate'));
  const client = new CloudFormationClient({ region: 'eu-west-2' });
  expect(await deployedTemplates(client, ['Lintel-prod', 'Lintel-prod-leaks'])).toEqual(
    new Map([['Lintel-prod', { Resources: {} }]]),
  );
  await expect(deployedTemplates(client, ['Lintel-prod-data'])).rejects.toThrow('not authorized');
});
