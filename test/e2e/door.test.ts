import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systems } from '../../functions/adapters/connected.ts';
import { eventsResponse } from '../../functions/intake/receive/contract.ts';
import { problemSchema } from '../../functions/shell/http/problem-schema.ts';
import { workbookType } from '../../functions/shell/sheets/workbook/records.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { flat } from '../scenarios/larch-house/places.ts';
import { workbookOf, workbookWith } from '../support/workbook.ts';
import { makeRequests, problemJson, publishToken } from './support/request.ts';
import { raiseRepair, sheetOf } from './support/samples.ts';
import { makeTestHubs } from './support/test-hub.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
let token: Record<'repairs' | 'leaks', string>;

beforeAll(async () => {
  landlord = await hubs.start();
  const [repairs, leaks] = [
    await publishToken(landlord.hub, 'repairs'),
    await publishToken(landlord.hub, 'leaks'),
  ];
  token = { repairs, leaks };
});
afterAll(() => hubs.stop());

function post(system: 'repairs' | 'leaks', body: string | Buffer, rest: object = {}) {
  const request = makeRequests(landlord.hub);
  const contentType = system === 'leaks' ? 'text/csv' : 'application/json';
  const path = `/v1/systems/${system}/events`;
  return request({ method: 'POST', path, token: token[system], contentType, body, ...rest });
}

const postJson = (body: unknown, rest: object = {}) => post('repairs', JSON.stringify(body), rest);
const timelineOf = (number: number) => landlord.officer('manager').timeline(flat(number));

describe('who may come in', () => {
  it('nobody without a token, and nobody with another system’s', async () => {
    const job = raiseRepair('D-1', '00047101');
    expect(await postJson(job, { token: undefined })).toMatchObject({ status: 401 });
    expect(await postJson(job, { token: 'not.a.token' })).toMatchObject({ status: 401 });
    expect(await postJson(job, { token: token.leaks })).toMatchObject({ status: 403 });
    await landlord.hub.settled();
    expect(await timelineOf(1)).toEqual([]);
  });

  it('a system that does not exist is not found, and the answer says which do', async () => {
    const answer = await postJson({}, { path: '/v1/systems/gardening/events' });
    expect(answer).toMatchObject({
      status: 404,
      contentType: problemJson,
      body: { title: 'Unknown system' },
    });
    expect(JSON.stringify(answer.body)).toContain(systems.join(', '));
  });

  it('nobody by a path with one slash more than a real one, whatever it would have asked for', async () => {
    const path = '/v1/quarantine/7d1f3c1e-0b0e-5b44-9a3d-000000000007/resolve/';
    expect(await postJson({}, { path })).toMatchObject({ status: 404, body: { title: 'No such resource' } });
  });
});

describe('what cannot be read', () => {
  it('is refused as another media type (415)', async () => {
    const sheet = sheetOf('02/06/2025,08:40,Larch Ho,4,LFA-1,Leak reported,7,Kitchen');
    expect(await post('repairs', sheet, { contentType: 'text/csv' })).toMatchObject({
      status: 415,
      contentType: problemJson,
    });
  });

  it('is read of a workbook where the system sends sheets, and nowhere else', async () => {
    const workbook = workbookOf([
      ['Date', 'Time', 'Block', 'Flat', 'Leak ref', 'What happened', 'Suspected source', 'Room'],
      [{ day: 45_810 }, '08:40', 'Larch Ho', 11, '00077', 'Leak reported', undefined, 'Kitchen'],
    ]);
    expect(await post('leaks', workbook, { contentType: workbookType })).toMatchObject({
      status: 202,
      body: { accepted: [{ row: 2, events: [{ type: 'housing.leak.reported.v1' }] }] },
    });
    expect(await post('repairs', workbook, { contentType: workbookType })).toMatchObject({ status: 415 });
    const zeros = { name: 'xl/worksheets/sheet2.xml', content: Buffer.alloc(20 * 1024 * 1024) };
    expect(await post('leaks', workbookWith([], zeros), { contentType: workbookType })).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('zip bomb') },
    });
  });

  it('is refused as too large, in bytes and in items (413)', async () => {
    const bytes = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
    expect(await post('repairs', bytes)).toMatchObject({ status: 413, contentType: problemJson });
    const items = Array.from({ length: 1001 }, () => ({}));
    expect(await postJson(items)).toMatchObject({ status: 413, body: { title: 'Too many items' } });
  });

  it('is refused where it stops being JSON (400)', async () => {
    const answer = await post('repairs', '{"messageType":\n "RaiseRepair",,}');
    expect(answer).toMatchObject({ status: 400, contentType: problemJson });
    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/line 2, column 16/) });
  });

  it('is refused where a key stands twice, by its name (400)', async () => {
    const job = JSON.stringify(raiseRepair('D-twice', '00047101'));
    for (const [key, other] of [
      ['messageId', 'messageId'],
      ['MessageId', 'messageId'],
    ])
      expect(await post('repairs', job.replace('{', `{"${key}": "D-other", `)), other).toMatchObject({
        status: 400,
        body: { detail: expect.stringContaining('“messageId”') },
      });
  });

  it('is refused with every wrong field, its path and what was expected (422)', async () => {
    const { descriptionOfWork: _without, ...job } = raiseRepair('D-2', '00047101', {
      priority: { priorityCode: 99 },
      workClass: { workClassCode: 7 },
    });
    const answer = await postJson(job);
    expect(answer).toMatchObject({ status: 422, contentType: problemJson });
    const { errors } = problemSchema.parse(answer.body);
    expect(errors).toMatchObject([
      { path: '/workClass/workClassCode', received: '7', expected: expect.stringContaining('0, 10, 20') },
      { path: '/descriptionOfWork', message: 'This is missing' },
      { path: '/priority/priorityCode', received: '99', expected: expect.stringContaining('1, 2, 3, 4, 5') },
    ]);
  });
});

describe('what can be taken in part', () => {
  it('goes through row by row; the answer lists the rows that do not', async () => {
    const sheet = sheetOf(
      '02/06/2025,08:40,Larch Ho,2,LFA-20,Leak reported,unknown,Kitchen',
      '31/02/2025,08:40,Larch Ho,2,LFA-21,Leak reported,unknown,Kitchen',
      '03/06/2025,09:00,Larch Ho,2,LFA-20,Somebody looked,,',
    );
    const answer = await post('leaks', sheet);
    expect(answer.status).toBe(202);
    const { accepted, rejected } = eventsResponse.parse(answer.body);
    expect(accepted).toMatchObject([{ row: 2, events: [{ type: 'housing.leak.reported.v1' }] }]);
    expect(rejected).toMatchObject([
      { row: 3, problems: [{ path: 'Date' }] },
      { row: 4, problems: [{ path: 'What happened', received: 'Somebody looked' }] },
    ]);
    await landlord.hub.settled();
    expect(await timelineOf(2)).toHaveLength(1);
  });

  it('is kept when its home is not known, under the same id however often it is sent', async () => {
    const job = raiseRepair('D-4', '00099999');
    const kept = await postJson(job);
    expect(kept).toMatchObject({
      status: 202,
      body: { accepted: [], quarantined: [{ row: 1, reason: 'unmatched' }] },
    });
    expect((await postJson(job)).body).toEqual(kept.body);
    expect(await quarantined('repairs')).toBe(1);
  });
});

describe('what has not happened yet', () => {
  const year = new Date().getFullYear() + 2;
  const row = (reference: string, date: string) =>
    `${date},10:00,Larch Ho,12,${reference},Leak reported,11,Bath`;
  const kinds = async () => (await timelineOf(12)).map(({ type }) => type);

  it('is kept row by row with the reason, so that no warning begins that nothing can end', async () => {
    const sheet = sheetOf(row('LFA-121', `05/01/${year}`), row('LFA-122', '06/06/2025'));
    const posted = await landlord.system('leaks').post({ contentType: 'text/csv', body: sheet });
    expect(posted).toMatchObject({
      status: 202,
      body: { accepted: [{ row: 3 }], rejected: [], quarantined: [{ row: 2, reason: 'invalid' }] },
    });
    await landlord.hub.settled();
    expect(await kinds()).toEqual(['housing.leak.reported.v1']);
    const [kept] = await landlord.officer('leaks-officer').quarantine();
    expect(kept?.problems).toMatchObject([
      {
        message: expect.stringMatching(/^This has not happened yet/),
        received: `${year}-01-05T10:00:00.000Z`,
      },
    ]);
  });
});

describe('what is sent again', () => {
  it('has the same ids and stands once in the timeline', async () => {
    const job = raiseRepair('D-5', '00047103');
    const first = await postJson(job);
    const second = await postJson([job, job]);
    await landlord.hub.settled();
    const ids = (body: unknown) =>
      eventsResponse.parse(body).accepted.flatMap(row => row.events.map(({ id }) => id));
    const [id] = ids(first.body);
    expect(ids(second.body)).toEqual([id, id]);
    expect((await timelineOf(3)).map(entry => entry.id)).toEqual([id]);
  });
});

/** How many things of a system the quarantine keeps. */
async function quarantined(system: string): Promise<number> {
  const client = new DynamoDBClient(landlord.hub.awsConfig('dynamodb'));
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: landlord.hub.outputs['QuarantineTableName'],
      KeyConditionExpression: 'pk = :system AND sk < :marks',
      ExpressionAttributeValues: { ':system': { S: `SYSTEM#${system}` }, ':marks': { S: 'KEPT#' } },
    }),
  );
  client.destroy();
  return Items.length;
}

describe('the queue of a system', () => {
  const send = async (body: string, contentType: string) => {
    const client = new SQSClient(landlord.hub.awsConfig('sqs'));
    await client.send(
      new SendMessageCommand({
        QueueUrl: landlord.hub.outputs['LeaksInboundQueueUrl'],
        MessageBody: body,
        MessageAttributes: { contentType: { DataType: 'String', StringValue: contentType } },
      }),
    );
    client.destroy();
    await landlord.hub.settled();
  };

  it('takes what the system would post, and keeps what it cannot take', async () => {
    const before = await quarantined('leaks');
    await send('{"Date": nonsense', 'application/json');
    expect(await quarantined('leaks')).toBe(before + 1);
  });

  it('takes what a bus, a topic and a queue have wrapped', async () => {
    const row = {
      Date: '05/06/2025',
      Block: 'Larch Ho',
      Flat: '10',
      'Leak ref': 'LFA-64',
      Status: 'Leak reported',
    };
    const ofBus = { 'detail-type': 'Leak', source: 'leaks', detail: row };
    const notified = { Type: 'Notification', TopicArn: 'arn:…', Message: JSON.stringify(ofBus) };
    await send(JSON.stringify(notified), 'application/json');
    expect(await timelineOf(10)).toMatchObject([{ type: 'housing.leak.reported.v1' }]);
    const openCases = async () => (await landlord.officer('manager').property(flat(10))).openCases;
    expect(await openCases()).toMatchObject([{ reference: 'LFA-64' }]);
    await send(sheetOf('06/06/2025,10:00,Larch Ho,10,lfa-64,Resolved,,'), 'text/csv');
    expect(await openCases()).toEqual([]);
  });

  it('goes on after what it cannot take', async () => {
    await send(sheetOf('05/06/2025,10:00,Larch Ho,6,LFA-60,Leak reported,9,Bath'), 'text/csv');
    expect(await timelineOf(6)).toMatchObject([{ type: 'housing.leak.reported.v1', part: 'home' }]);
    expect(await timelineOf(9)).toMatchObject([{ type: 'housing.leak.reported.v1', part: 'source' }]);
    expect(await landlord.hub.deadLetters()).toEqual([]);
  });
});

describe('a team’s webhook', () => {
  it('refuses what the hub did not sign', async () => {
    const { url } = JSON.parse(landlord.teams.secrets['RepairsWebhookSecret'] ?? '') as { url: string };
    const headers = {
      'webhook-id': 'x',
      'webhook-timestamp': String(Math.floor(landlord.hub.now().getTime() / 1000)),
      'webhook-signature': 'v1,bm90IHNpZ25lZA==',
    };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(401);
  });
});

describe('an update that names the work order alone, and bears no time', () => {
  const note = (id: number | string, comments: string) => ({
    ...{ relatedWorkOrderReference: { id }, typeCode: '0', otherType: 'addNote', comments },
  });
  const notesOn = async (number: number) =>
    (await timelineOf(number)).filter(({ type }) => type === 'housing.repair.note-added.v1');

  async function say(body: unknown) {
    const answer = await postJson(body);
    await landlord.hub.settled();
    return eventsResponse.parse(answer.body);
  }

  it('is of the home at which the job was raised, at the time when it was heard', async () => {
    await say(raiseRepair('A-1', '00047111'));
    expect((await say(note('R-A-1', 'Key is with the neighbour'))).accepted).toHaveLength(1);
    await say(note('R-A-1', 'Key is with the neighbour'));
    expect(await notesOn(11)).toMatchObject([{ timeBasis: 'heard' }]);
  });

  it('waits for a job that was not raised yet, and then follows by itself', async () => {
    const { quarantined } = await say(note('R-A-2', 'Ring twice'));
    expect(quarantined).toMatchObject([{ reason: 'unmatched' }]);
    await say(raiseRepair('A-2', '00047112'));
    expect(await notesOn(12)).toMatchObject([{ data: { workOrderReference: 'R-A-2' }, timeBasis: 'heard' }]);
  });
});
