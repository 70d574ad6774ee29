import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { expect, test } from 'vitest';
import { buildApp } from '../../infra/build-app.ts';
import { acknowledgements, objectsReason, sealsReason } from '../../infra/nag.ts';
import { sampleManifests, temporaryFolder, writeHandlers } from './synthesised.ts';

async function sampleApp(): Promise<App> {
  const folder = await temporaryFolder();
  const functionsRoot = await writeHandlers(folder);
  return buildApp({ manifests: sampleManifests, functionsRoot, outdir: path.join(folder, 'cdk.out') });
}

async function reports(app: App): Promise<unknown> {
  return JSON.parse(await readFile(path.join(app.outdir, 'validation-report.json'), 'utf8')).pluginReports;
}

function countAcknowledged(app: App): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { metadata } of app.node.findAll().map(construct => construct.node)) {
    for (const { type, data } of metadata) {
      if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
      for (const id of Object.keys(data).map(key => key.replace(/^annotation::/i, ''))) {
        const kind = id.replace(
          /Resource::Lintel-dev-data:\w+GetAtt(StorageFileBucket|StorageHistoryBucket|SealingSeals)\w+\/\w+\/(?:[\w-]+\/)?\*/,
          'own objects',
        );
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
    }
  }
  return counts;
}

test('exactly these findings are accepted, this many times', async () => {
  const [functions, webhooks, inboxes] = [10 + 3 * sampleManifests.length, 1, 2];
  const consumers = 2 + 3 * sampleManifests.length;
  expect(countAcknowledged(await sampleApp())).toEqual({
    'AwsSolutions-IAM5[Resource::*]': functions,
    'AwsSolutions-IAM5[own objects]': 5 * sampleManifests.length + 1 + 5,
    'AwsSolutions-S1': 3,
    'AwsSolutions-SQS3': 2,
    'AwsSolutions-SMG4': webhooks,
    'Serverless-EventBusDLQ': 5,
    'Serverless-LambdaDLQ': functions,
    'Serverless-LambdaStarPermissions': functions,
    'Serverless-LambdaEventSourceMappingDestination': consumers,
    'Serverless-SQSRedrivePolicy': consumers - 1 + inboxes + 2,
  } satisfies Record<keyof typeof acknowledgements | 'AwsSolutions-IAM5[own objects]', number>);
});

test('there is no other finding, and CloudFormation’s schemas have no objection', async () => {
  const app = await sampleApp();
  app.synth();
  expect(await reports(app)).toEqual([]);
});

test('a finding that is not accepted stops the synthesis and is named in the report', async () => {
  const app = await sampleApp();
  new Topic(app.node.findChild('Lintel-dev') as never, 'Careless');
  expect(() => app.synth()).toThrow(/AwsSolutions-SNS3/);
  expect(await reports(app)).toEqual([
    expect.objectContaining({
      violations: [
        expect.objectContaining({
          ruleName: 'AwsSolutions-SNS3',
          violatingConstructs: [expect.objectContaining({ constructPath: 'Lintel-dev/Careless/Resource' })],
        }),
      ],
    }),
  ]);
});

test('every accepted finding has a reason that somebody can argue with', () => {
  for (const reason of [...Object.values(acknowledgements), objectsReason, sealsReason])
    expect(reason).toMatch(/^[A-Z].{60,}\.$/);
});
