import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { flat4 } from '../support/events.ts';
import { larchHouseExtract } from './support/larch-house.ts';
import { newTable } from './support/tables.ts';

const command = fileURLToPath(new URL('../../functions/operators/gazetteer/main.ts', import.meta.url));
const settings = {
  AWS_ENDPOINT_URL_DYNAMODB: inject('dynamoDbEndpoint'),
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
};
let folder: string;
let table: Table;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lintel-gazetteer-'));
  table = await newTable();
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command as an operator does. */
async function gazetteer(extract: string, ...parameters: string[]) {
  const file = path.join(folder, 'extract.csv');
  await writeFile(file, extract);
  return new Promise<{ code: unknown; stdout: string; stderr: string }>(resolve => {
    const options = [command, file, ...parameters];
    execFile(process.execPath, options, { env: settings }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

it('imports a file and says what became of it', async () => {
  expect(await gazetteer(larchHouseExtract, '--table', table.tableName)).toEqual({
    code: 0,
    stdout:
      '13 rows: 13 homes added, 0 changed, 0 retired, 0 unchanged; 0 rows gave other addresses, 0 were rejected\n',
    stderr: '',
  });
  expect((await makeDirectory(table).placesOf([flat4])).has(flat4)).toBe(true);
});

it('ends with 1 when a row has to be looked at, and names it', async () => {
  const extract = 'uprn,address,postcode\nx,1 High Street,M1 1AA';
  const { code, stdout } = await gazetteer(extract, '--table', table.tableName);
  expect(code).toBe(1);
  expect(stdout).toMatch(/1 were rejected\nline 2: uprn is not a UPRN of 1 to 12 digits\n$/);
});

it('refuses a full extract that lacks many homes, until somebody says how many', async () => {
  const truncated = larchHouseExtract.split('\r\n').slice(0, 4).join('\r\n');
  const full = ['--table', table.tableName, '--full'];
  const { code, stdout, stderr } = await gazetteer(truncated, ...full);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/10 of the 13 that the directory knows are not in it.* --accept-missing 10\n$/s);
  expect(await gazetteer(truncated, ...full, '--accept-missing', '10')).toMatchObject({
    ...{ code: 0, stdout: expect.stringContaining('10 retired, 3 unchanged') },
  });
});

it('says how it is used, and what is wrong with a file', async () => {
  expect(await gazetteer('')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Usage: npm run gazetteer'),
  });
  const wrong = await gazetteer('uprn,adress,postcode\n1,2,3', '--table', table.tableName);
  expect(wrong).toMatchObject({
    ...{
      code: 1,
      stderr: expect.stringMatching(/^The extract cannot be imported: .*"adress" is not known\n$/),
    },
  });
});
