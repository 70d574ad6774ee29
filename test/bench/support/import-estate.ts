import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LocalHub } from '@infra/local';
import type { Estate } from './estate.ts';

const run = promisify(execFile);
const command = path.join(import.meta.dirname, '../../../functions/operators/gazetteer/main.ts');

/**
 * Imports an estate into a hub as `npm run gazetteer` does.
 * @throws {Error} with what the command said, when it did not take every row
 */
export async function importEstate({ extract }: Estate, hub: LocalHub, folder: string): Promise<void> {
  const file = path.join(folder, 'gazetteer.csv');
  await writeFile(file, extract);
  const { endpoint, region, credentials } = hub.awsConfig('dynamodb');
  const settings = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  await run(process.execPath, [command, file, '--table', hub.tableName('StorageDirectory')], {
    env: settings,
  });
}
