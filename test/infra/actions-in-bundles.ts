import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleName, bundleFunctions, folderOf } from '../../infra/bundles.ts';
import { temporaryFolder } from './synthesised.ts';

const repositoryFunctions = fileURLToPath(new URL('../../functions', import.meta.url));

/** Comes with the SDK's clients whether it is called or not. */
const uncalled = new Set(['dynamodb:Scan', 'dynamodb:DescribeEndpoints', 's3:CreateSession']);

/** What the code of each bundle can ask of AWS, as IAM calls it. */
export async function actionsInBundles(
  systems: readonly string[],
): Promise<(bundle: BundleName) => Set<string>> {
  const folder = await temporaryFolder();
  await bundleFunctions(repositoryFunctions, folder, systems);
  const { outputs } = JSON.parse(await readFile(path.join(folder, 'metafile.json'), 'utf8'));
  return bundle =>
    new Set(
      Object.entries<{ bytesInOutput: number }>(outputs[`cdk.out/${folderOf(bundle)}/index.mjs`].inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .flatMap(([file]) => actionOf(file)),
    );
}

function actionOf(file: string): string[] {
  const [, client, command] = /@aws-sdk\/client-([a-z0-9-]+)\/.*\/(\w+)Command\.js$/.exec(file) ?? [];
  if (client === undefined) return [];
  const prefix = { eventbridge: 'events', 'secrets-manager': 'secretsmanager' }[client] ?? client;
  const asked =
    { TransactGetItems: 'GetItem', TransactWriteItems: 'PutItem', ListObjectsV2: 'ListBucket' }[
      command ?? ''
    ] ?? command;
  const action = `${prefix}:${asked}`;
  return uncalled.has(action) ? [] : [action];
}
