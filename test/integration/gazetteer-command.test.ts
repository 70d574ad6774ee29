import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { uprnSchema } from '../../schemas/reference.ts';
import { flat4 } from '../support/events.ts';
import { workbookOf } from '../support/workbook.ts';
import { addressBasePlus, councilExtract } from './support/gazetteer-extracts.ts';
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
async function gazetteer(extract: string | Buffer, ...parameters: string[]) {
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

/** What the directory has under a UPRN. */
async function placeOf(uprn: string) {
  const key = uprnSchema.parse(uprn);
  return (await makeDirectory(table).placesOf([key])).get(key);
}

it('imports an export of AddressBase Plus as it is', async () => {
  const { code, stdout } = await gazetteer(addressBasePlus, '--table', table.tableName);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout:
      '6 rows: 6 homes added, 0 changed, 0 retired, 0 unchanged; 0 rows gave other addresses, 0 were rejected\n',
  });
  expect(await placeOf('10090000001')).toMatchObject({
    status: 'approved',
    address: '4, ALDER HOUSE, 12 TANNERY LANE, LONDON',
    postcode: 'SE15 4QX',
    blockUprn: '10090000000',
    usrn: '21900001',
    floor: '1',
  });
  const others = ['10090000002', '10090000003', '10090000004', '10090000005'];
  expect((await Promise.all(others.map(placeOf))).map(place => [place?.address, place?.status])).toEqual([
    ['FLAT A, 92 TANNERY LANE, LONDON', 'approved'],
    ['FLAT 3B, 14A-16 TANNERY LANE, LONDON', 'approved'],
    ['THE COACH HOUSE, REAR OF, 40 TANNERY LANE, NUNHEAD, LONDON', 'approved'],
    ['7 TANNERY LANE, LONDON', 'retired'],
  ]);
});

it('imports an export of a council’s LLPG as it is, with the status of each address', async () => {
  const { code, stdout } = await gazetteer(councilExtract, '--table', table.tableName);
  expect(stdout).toBe(
    '3 rows: 2 homes added, 0 changed, 0 retired, 0 unchanged; 1 rows gave other addresses, 0 were rejected\n',
  );
  expect(code).toBe(0);
  expect(await placeOf('10090000011')).toMatchObject({
    address: 'FLAT 2, MANDELA HOUSE, QUARRY ROAD, LONDON',
    alternativeAddresses: ['FLAT 2, RHODES HOUSE, QUARRY ROAD, LONDON'],
    postcode: 'SE15 4QY',
  });
});

it('imports an .xlsx workbook as it is', async () => {
  const rows = [
    ['UPRN', 'Full address', 'Postcode', 'repairs_reference'],
    [10_090_000_021, '1 Weaver Street, London', 'SE15 4QZ', '00051236'],
    ['010090000022', '2 Weaver Street, London', 'SE15 4QZ', { padded: 51_237 }],
  ];
  const { code, stdout } = await gazetteer(workbookOf(rows), '--table', table.tableName);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2 homes added') });
  expect(await placeOf('10090000021')).toMatchObject({
    address: '1 Weaver Street, London',
    references: { repairs: ['00051236'] },
  });
  expect(await placeOf('10090000022')).toMatchObject({ references: { repairs: ['00051237'] } });
});

it('says of a transfer file what to export instead', async () => {
  const transfer = '10,"COUNCIL",5990,2026-11-01,1,2026-11-01,10:00:00,7.3,F\n11,I,1,21900001,1\n';
  expect(await gazetteer(transfer, '--table', table.tableName)).toMatchObject({
    ...{ code: 1, stderr: expect.stringContaining('transfer file with records of several kinds') },
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
