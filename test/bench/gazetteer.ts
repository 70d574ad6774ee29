import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '@infra/local/dynamodb';
import type { Bench, BenchContext } from './bench.ts';
import { llpgRows } from './support/llpg.ts';
import { printTable } from './support/print.ts';

const run = promisify(execFile);
const command = path.join(import.meta.dirname, '../../functions/operators/gazetteer/main.ts');
/** Tells the most memory that the process ever had, in kilobytes, as the last thing it says. */
const tellPeak =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';
const sizes = { short: [1_500, 6_000], long: [15_000, 60_000] };

/** How fast a gazetteer is imported, first and again, and whether its size shows in the memory that it takes. */
export const gazetteer: Bench = {
  title: 'rows a second and peak memory of importing an LLPG extract into DynamoDB Local, first and again',
  async run(context) {
    const rows = [];
    for (const homes of context.long ? sizes.long : sizes.short)
      rows.push(...(await measured(context, homes)));
    printTable(['', 'rows', 'seconds', 'rows a second', 'peak MB'], rows);
  },
};

async function measured({ folder }: BenchContext, homes: number) {
  const engine = await startEngine();
  try {
    const importing = await makeImport(engine.endpoint);
    const [first, later] = [path.join(folder, 'first.csv'), path.join(folder, 'later.csv')];
    const rows = [...llpgRows(homes)].length - 1;
    await write(first, llpgRows(homes));
    await write(later, withChanges(llpgRows(homes)));
    const steps: [string, ...string[]][] = [
      ['first import', first],
      ['the same again', first],
      ['the same again, --full', first, '--full'],
      ['one row in a hundred changed', later],
    ];
    const results = [];
    for (const [name, ...parameters] of steps) {
      const from = performance.now();
      const peakMegabytes = await importing(parameters);
      const seconds = (performance.now() - from) / 1000;
      results.push([`${name}`, rows, seconds, rows / seconds, peakMegabytes]);
    }
    return results;
  } finally {
    await engine.stop();
  }
}

/** Runs the command as an operator would; answers with the most memory that it took, in megabytes. */
async function makeImport(endpoint: string): Promise<(parameters: string[]) => Promise<number>> {
  const settings = {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  await createTable(endpoint);
  return async parameters => {
    const node = ['--import', tellPeak, command, ...parameters, '--table', 'directory'];
    const { stderr } = await run(process.execPath, node, { env: settings });
    return Number(stderr.trim().split('\n').at(-1)) / 1024;
  };
}

async function createTable(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-2', credentials });
  const names = ['pk', 'sk'] as const;
  await client.send(
    new CreateTableCommand({
      TableName: 'directory',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: names.map((AttributeName, index) => ({
        AttributeName,
        KeyType: index === 0 ? 'HASH' : 'RANGE',
      })),
      AttributeDefinitions: names.map(AttributeName => ({ AttributeName, AttributeType: 'S' })),
    }),
  );
  client.destroy();
}

function* withChanges(rows: Iterable<string>): Generator<string> {
  let index = 0;
  for (const row of rows) {
    index += 1;
    yield index % 100 === 0 ? row.replace('PECKHAM', 'NUNHEAD') : row;
  }
}

async function write(file: string, rows: Iterable<string>): Promise<void> {
  const lines = Readable.from(rows).map((row: string) => `${row}\r\n`);
  await pipeline(lines, createWriteStream(file));
}
