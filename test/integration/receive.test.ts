import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { adapter as complaints } from '../../functions/adapters/complaints/adapter.ts';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import { adapter as repairs } from '../../functions/adapters/repairs/adapter.ts';
import { makeReceive } from '../../functions/intake/receive/receive.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { type Directory, makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { makeQuarantineReader } from '../../functions/shell/tables/quarantine/quarantine-reader.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { LintelEvent } from '../../schemas/catalogue.ts';
import { raiseRepair } from '../e2e/support/samples.ts';
import { flat4, flat7, instant, larchHouse } from '../support/events.ts';
import { systemMessage, systemRequest } from '../support/system-request.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { importInto, larchHouseExtract } from './support/larch-house.ts';
import { contents, newTable } from './support/tables.ts';

let directory: Table;
let quarantine: Table;
let published: LintelEvent[];
let heard: string;
beforeEach(async () => {
  [directory, quarantine] = await Promise.all([newTable(), newTable()]);
  await importInto(directory, larchHouseExtract);
  published = [];
  heard = '2026-11-16T08:00:00Z';
});

const adapters = { leaks, complaints, repairs };
type System = keyof typeof adapters;

function receiveOf(
  system: System,
  refuses: (event: LintelEvent) => boolean = () => false,
  homes: Directory = makeDirectory(directory),
  code = 'InternalFailure',
) {
  return makeReceive({
    adapter: adapters[system],
    claimNames: new Map(),
    directory: homes,
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    keep: makeKeep(quarantine),
    items: makeQuarantineReader(quarantine),
    now: () => instant(heard),
    publish(events) {
      published.push(...events.filter(event => !refuses(event)));
      return Promise.resolve(events.filter(refuses).map(event => ({ event, code })));
    },
  });
}

async function post(system: System, body: unknown, contentType?: string) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const answer = await receiveOf(system)(systemRequest(system, text, contentType));
  if (!('statusCode' in answer)) throw new Error('no HTTP answer');
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body ?? '') };
}

const keptItems = async () => (await contents(quarantine)).filter(({ reason }) => reason !== undefined);

const row = {
  Date: '19/06/2025 21:30',
  Block: 'Larch Ho',
  Flat: 4,
  'Leak ref': 'LFA-1',
  Status: 'Leak again',
  'Suspected source': '7',
};

describe('over HTTPS', () => {
  it('takes a whole sheet as Excel writes it', async () => {
    const sheet = await readFile('functions/adapters/leaks/samples/weekly-sheet.csv', 'utf8');
    const { status, body } = await post('leaks', sheet, 'text/csv; charset=utf-8');
    expect(status).toBe(202);
    expect(body.rejected).toEqual([]);
    expect(body.quarantined).toEqual([]);
    expect(body.accepted.map((item: { row: number }) => item.row)).toEqual([
      2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13,
    ]);
    expect(published[0]).toMatchObject({
      type: 'housing.leak.reported.v1',
      source: 'urn:lintel:system:leaks',
      subject: `property/${flat4}`,
      time: '2025-06-02T07:40:00.000Z',
      recordedtime: '2026-11-16T08:00:00.000Z',
      data: {
        subjects: [
          { subject: `property/${flat4}`, role: 'home' },
          { subject: `property/${flat7}`, role: 'source' },
          { subject: `property/${larchHouse}`, role: 'block' },
        ],
      },
    });
  });

  it('gives the same news the same ids, whenever it is heard', async () => {
    const first = await post('leaks', row);
    heard = '2026-11-17T08:00:00Z';
    const again = await post('leaks', [row]);
    expect(again.body).toEqual(first.body);
  });

  it('takes the good rows and lists the bad ones by row', async () => {
    const { status, body } = await post('leaks', [row, { ...row, Status: 'flooded' }, { ...row, Flat: 99 }]);
    expect(status).toBe(202);
    expect(body.accepted).toMatchObject([
      { row: 1, events: [{ id: published[0]?.id, subject: `property/${flat4}` }] },
    ]);
    expect(body.rejected).toMatchObject([{ row: 2, problems: [{ path: 'Status', received: 'flooded' }] }]);
    expect(body.quarantined).toMatchObject([{ row: 3, reason: 'unmatched' }]);
    expect(await keptItems()).toMatchObject([
      {
        pk: 'SYSTEM#leaks',
        id: body.quarantined[0].id,
        reason: 'unmatched',
        row: 3,
        problems: [{ path: 'home', received: 'LARCH HO/FLAT 99' }],
      },
    ]);
  });

  it('keeps what fits two homes and names them', async () => {
    await importInto(
      directory,
      'uprn,address,postcode,leaks_reference\n55,"Flat 4, Larch House, High Street",M1 1AA,LARCH HO/FLAT 4',
    );
    const { body } = await post('leaks', row);
    expect(body.quarantined).toMatchObject([{ row: 1, reason: 'ambiguous' }]);
    expect(await keptItems()).toMatchObject([{ problems: [{ path: 'home', expected: `${flat4} | 55` }] }]);
    expect(published).toEqual([]);
  });

  it('keeps an item that is refused again only once', async () => {
    const lost = { ...row, Flat: 99 };
    const first = await post('leaks', lost);
    heard = '2026-11-23T08:00:00Z';
    const again = await post('leaks', lost);
    expect(again.body).toEqual(first.body);
    expect(await keptItems()).toHaveLength(1);
  });

  it('names every wrong field when nothing can be accepted', async () => {
    const unreadable = await readFile('functions/adapters/leaks/samples/unreadable-row.json', 'utf8');
    const { status, headers, body } = await post('leaks', unreadable);
    expect(status).toBe(422);
    expect(headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(body.errors.length).toBeGreaterThan(3);
    for (const error of body.errors) {
      expect(error).toMatchObject({
        row: 1,
        path: expect.any(String),
        message: expect.any(String),
        expected: expect.any(String),
      });
    }
    expect(await keptItems()).toEqual([]);
  });

  it('reports a ragged row by the number that Excel shows', async () => {
    const sheet =
      'Date,Block,Flat,Leak ref,Status\n\n19/06/2025,Larch Ho,4,LFA-1,Leak again\n20/06/2025,Larch Ho,4,LFA-1,Leak again,and again\n';
    const { body } = await post('leaks', sheet, 'text/csv');
    expect(body.accepted).toMatchObject([{ row: 3 }]);
    expect(body.rejected).toMatchObject([
      { row: 4, problems: [{ expected: 'at most 5 cells', received: '6 cells' }] },
    ]);
  });

  it.each([
    ['another media type', 415, '<a/>', 'application/xml'],
    ['a media type that this system does not send', 415, 'a,b\n1,2', 'text/csv'],
    ['an empty body', 400, '  ', 'application/json'],
    ['an empty array', 400, '[]', 'application/json'],
    ['a body that is not JSON', 400, '{"entryId": x}', 'application/json'],
    ['too large a body', 413, JSON.stringify('x'.repeat(5 * 1024 * 1024)), 'application/json'],
    ['too many items', 413, JSON.stringify(Array.from({ length: 1_001 }, () => ({}))), 'application/json'],
    [
      'an item too large to keep',
      422,
      JSON.stringify({ detail: 'x'.repeat(310 * 1024) }),
      'application/json',
    ],
  ])('answers %s with %i', async (_what, status, body, contentType) => {
    const answer = await post('complaints', body, contentType);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(published).toEqual([]);
  });

  it('says where the JSON goes wrong', async () => {
    const { body } = await post('complaints', '{\n  "entryId": x}');
    expect(body.detail).toBe('The body is not JSON: it goes wrong at position 15 (line 2, column 14)');
  });

  it('answers 503 when the bus did not take every event, and the repetition has the same ids', async () => {
    const body = JSON.stringify([row, { ...row, Flat: 5 }]);
    const answer = await receiveOf(
      'leaks',
      event => event.subject === `property/${flat4}`,
    )(systemRequest('leaks', body));
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
    const [taken] = published.splice(0);
    await post('leaks', body);
    expect(published.map(({ id }) => id)).toContain(taken?.id);
    expect(published).toHaveLength(2);
  });
});

describe('what can never be taken', () => {
  const job = (id: string, address: object) => raiseRepair(id, '', { sitePropertyUnit: [{ address }] });
  const nine = (line: string) => ({
    ...{ addressLine: Array(7).fill(line), buildingName: line, streetName: line, cityName: 'London' },
  });

  it.each([
    ['many times as long once written out', nine('\ufdfa \ufdfa')],
    ['of nine full lines', nine('BLVD '.repeat(20).trim())],
  ])('does not keep its neighbours back: an address %s is kept alone', async (_what, address) => {
    const answer = await post('repairs', [raiseRepair('J-1', '00047104'), job('J-2', address)]);
    expect(answer.body).toMatchObject({ accepted: [{ row: 1 }], quarantined: [{ row: 2 }] });
    expect(await keptItems()).toMatchObject([{ reason: 'unmatched', row: 2 }]);
  });

  it('is refused alone where the directory cannot even be asked about it', async () => {
    const rows = [row, { ...row, Flat: 5, 'Leak ref': 'never' }, { ...row, Flat: 7 }];
    const all = makeDirectory(directory);
    const tooLong = Object.assign(new Error('a key is too long'), { name: 'ValidationException' });
    const refusing: Directory = {
      ...all,
      byReference: (system, reference) =>
        reference.endsWith('5') ? Promise.reject(tooLong) : all.byReference(system, reference),
    };
    const answer = await receiveOf(
      'leaks',
      undefined,
      refusing,
    )(systemRequest('leaks', JSON.stringify(rows)));
    expect(JSON.parse(('body' in answer && answer.body) || '')).toMatchObject({
      accepted: [{ row: 1 }, { row: 3 }],
      rejected: [{ row: 2, problems: [{ message: expect.stringContaining('never keep') }] }],
    });
  });

  it('is kept where it was only the bus that would never take it', async () => {
    const refuses = ({ data }: LintelEvent) => JSON.stringify(data).includes('never');
    const rows = [row, { ...row, 'Leak ref': 'never' }];
    const answer = receiveOf(
      'leaks',
      refuses,
      undefined,
      'DetailTooLarge',
    )(systemRequest('leaks', JSON.stringify(rows)));
    expect(await answer).toMatchObject({ statusCode: 202 });
    expect(await keptItems()).toMatchObject([{ reason: 'invalid', row: 2 }]);
  });
});

describe('through the queue', () => {
  it('takes what it takes over HTTPS, with the same ids', async () => {
    const overHttps = await post('leaks', row);
    published = [];
    expect(await receiveOf('leaks')({ Records: [systemMessage(JSON.stringify(row))] })).toEqual({
      batchItemFailures: [],
    });
    expect(published.map(({ id }) => id)).toEqual([overHttps.body.accepted[0].events[0].id]);
  });

  it('keeps everything that it refuses, with payload and reasons', async () => {
    const rows = [{ ...row, Status: 'flooded' }, { ...row, Flat: 99 }, row];
    const answer = await receiveOf('leaks')({
      Records: [systemMessage(JSON.stringify(rows)), systemMessage('{"cut off')],
    });
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(published).toHaveLength(1);
    const kept = await keptItems();
    expect(new Set(kept.map(({ reason, row }) => `${reason} ${row}`))).toEqual(
      new Set(['invalid 1', 'invalid undefined', 'unmatched 2']),
    );
    expect(kept.find(({ row }) => row === 1)).toMatchObject({ payload: JSON.stringify(rows[0]) });
    expect(kept.find(({ row }) => row === undefined)).toMatchObject({
      payload: '{"cut off',
      contentType: 'application/json',
    });
  });

  it('reads a sheet that says that it is one', async () => {
    const sheet = 'Date,Block,Flat,Leak ref,Status\n19/06/2025,Larch Ho,4,LFA-1,Leak again\n';
    await receiveOf('leaks')({ Records: [systemMessage(sheet, 'text/csv')] });
    expect(published).toMatchObject([{ type: 'housing.leak.reported.v1' }]);
  });

  it('has a message again whose events the bus did not take', async () => {
    const answer = await receiveOf('leaks', () => true)({ Records: [systemMessage(JSON.stringify(row))] });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm-1' }] });
  });
});
