import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workbookType } from '../../functions/shell/sheets/workbook/records.ts';
import type { HubWithTeams } from '../scenarios/hub-with-teams.ts';
import { workbookOf, workbookWith } from '../support/workbook.ts';
import { makeTestHubs } from './support/test-hub.ts';
import { makeUploader, type Uploader } from './support/uploads.ts';

const hubs = makeTestHubs();
let landlord: HubWithTeams;
beforeAll(async () => {
  landlord = await hubs.start();
  await landlord.hub.setTime(new Date('2026-02-02T02:00:00Z'));
});
afterAll(() => hubs.stop());

const uploader = (system: string): Uploader => makeUploader(landlord.hub, system);
const heading = 'Date,Block,Flat,Leak ref,What happened,Suspected source';
const sheet = {
  kind: 'events',
  contentType: 'text/csv',
} as const;
const rows = [
  '05/01/2026,Larch Ho,4,LFA-1,Leak reported,7',
  '06/01/2026,Larch Ho,4,LFA-1,flooded,7',
  '07/01/2026,Larch Ho,99,LFA-2,Leak reported,',
];
const content = [heading, ...rows].join('\r\n');

describe('a file of events', () => {
  it('is uploaded by a link, and answered row by row', async () => {
    const view = await uploader('leaks').send(content, sheet);
    expect(view).toMatchObject({
      state: 'done',
      counts: { rows: 3, accepted: 1, rejected: 0, quarantined: 2 },
    });
    expect(await uploader('leaks').result(view)).toMatchObject([
      {
        row: 2,
        outcome: 'accepted',
        events: [{ type: 'housing.leak.reported.v1', subject: 'property/200000471104' }],
      },
      { row: 3, outcome: 'quarantined', reason: 'invalid', problems: [{ path: 'What happened' }] },
      { row: 4, outcome: 'quarantined', reason: 'unmatched' },
    ]);
    const entries = await landlord.officer('leaks-officer').timeline('200000471104', 'leak');
    expect(entries).toMatchObject([{ type: 'housing.leak.reported.v1' }]);
  });

  it('is the same news when it is sent again', async () => {
    const before = landlord.hub.archive().length;
    const view = await uploader('leaks').send(content, sheet);
    expect(view).toMatchObject({ state: 'done', counts: { accepted: 1, quarantined: 2 } });
    const again = landlord.hub
      .archive()
      .slice(before)
      .map(({ detail }) => (detail as { id: string }).id);
    const [accepted] = await uploader('leaks').result(view);
    expect(accepted).toMatchObject({ events: again.map(id => ({ id })) });
    const entries = await landlord.officer('leaks-officer').timeline('200000471104', 'leak');
    expect(entries).toHaveLength(1);
  });

  it('is worked off once, however often S3 announces it', async () => {
    const { hub } = landlord;
    const view = await uploader('leaks').send(
      `${heading}\n08/01/2026,Larch Ho,5,LFA-3,Leak reported,8`,
      sheet,
    );
    const before = hub.archive().length;
    const sqs = new SQSClient(hub.awsConfig('sqs'));
    const key = `files/leaks/${view.fileId}`;
    const QueueUrl = hub.queueUrl('LeaksFilesConsumerEventsQueue');
    await sqs.send(
      new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ detail: { object: { key } } }) }),
    );
    await hub.settled();
    sqs.destroy();
    expect(hub.archive()).toHaveLength(before);
    expect(await uploader('leaks').view(view.fileId)).toMatchObject({
      ...view,
      result: { bytes: view.result?.bytes },
    });
  });

  it('takes the rows before the place from which on it is no sheet, and says where that is', async () => {
    const broken = `${heading}\n09/01/2026,Larch Ho,6,LFA-4,Leak reported,9\n"10/01/2026${',x'.repeat(10)}`;
    const view = await uploader('leaks').send(broken, sheet);
    expect(view).toMatchObject({
      state: 'refused',
      problem: expect.stringContaining('not CSV near line'),
      counts: { accepted: 1 },
    });
  });

  it('is read as a workbook where it is one, with its dates, and the zeros before its references', async () => {
    const workbook = workbookOf([
      ['Leaks from above, February'],
      heading.split(','),
      [{ day: 46_032 }, 'Larch Ho', 5, '00091', 'Leak reported', 8],
      [{ day: 46_033 }, 'Larch Ho', 5, { padded: 92 }, 'flooded'],
    ]);
    const view = await uploader('leaks').send(workbook, { kind: 'events', contentType: workbookType });
    expect(view).toMatchObject({ state: 'done', counts: { rows: 2, accepted: 1, quarantined: 1 } });
    expect(await uploader('leaks').result(view)).toMatchObject([
      { row: 3, outcome: 'accepted', events: [{ subject: 'property/200000471105' }] },
      { row: 4, outcome: 'quarantined', reason: 'invalid', problems: [{ path: 'What happened' }] },
    ]);
    const entries = await landlord.officer('leaks-officer').timeline('200000471105', 'leak');
    expect(entries).toMatchObject([
      { happenedAt: '2026-01-10T00:00:00.000Z', data: { leakReference: '00091' } },
      { data: { leakReference: 'LFA-3' } },
    ]);
    const asText = `${heading}\n10/01/2026,Larch Ho,5,00091,Leak reported,8`;
    const again = await uploader('leaks').result(await uploader('leaks').send(asText, sheet));
    const [first] = await uploader('leaks').result(view);
    expect(again).toEqual([{ ...first, row: 2 }]);
  });

  it('is refused whole, with the reason, where it is a zip bomb or no workbook', async () => {
    const zeros = { name: 'xl/worksheets/sheet2.xml', content: Buffer.alloc(20 * 1024 * 1024) };
    for (const [refused, problem] of [
      [workbookWith([], zeros), 'zip bomb'],
      [Buffer.from(content), 'no .xlsx workbook'],
    ] as const) {
      const view = await uploader('leaks').send(refused, { kind: 'events', contentType: workbookType });
      expect(view).toMatchObject({ state: 'refused', problem: expect.stringContaining(problem) });
    }
  });

  it('is read line by line where the system sends JSON', async () => {
    const entry = {
      entryId: 'CE-9',
      recordedAt: '2026-01-12',
      event: 'received',
      caseReference: 'C-9',
      uprn: '200000471106',
    };
    const half = JSON.stringify({ ...entry, entryId: 'CE-half' }).replace('CE-half', String.raw`CE-\ud83d`);
    const long = { ...entry, entryId: 'CE-10', uprn: '', address: Array(26).fill('\ufdfa').join(' ') };
    const lines = [JSON.stringify(entry), '{"cut off', half, JSON.stringify(long), ''].join('\n');
    const view = await uploader('complaints').send(lines, {
      kind: 'events',
      contentType: 'application/x-ndjson',
    });
    expect(await uploader('complaints').result(view)).toMatchObject([
      { row: 1, outcome: 'accepted' },
      { row: 2, outcome: 'quarantined', reason: 'invalid', problems: [{ message: 'The line is not JSON' }] },
      { row: 3, outcome: 'quarantined', reason: 'invalid', problems: [{ path: '/entryId' }] },
      { row: 4, outcome: 'quarantined', reason: 'unmatched' },
    ]);
    expect(view).toMatchObject({ state: 'done', counts: { accepted: 1, quarantined: 3 } });
  });
});

describe('a link', () => {
  it('takes what it was made for, once', async () => {
    const repairs = uploader('leaks');
    const link = await repairs.link(content, sheet);
    expect(await repairs.put(link, content.replace('Larch', 'Birch'))).toBe(400);
    expect(await repairs.put(link, content)).toBe(200);
    expect(await repairs.put(link, content)).toBe(412);
    await landlord.hub.settled();
  });

  it.each([
    [{ kind: 'events', contentType: 'text/csv', bytes: 10 }, '/contentType'],
    [{ kind: 'snapshot', feed: 'closed-jobs', contentType: 'text/csv', bytes: 10 }, '/feed'],
    [{ kind: 'events', contentType: 'application/x-ndjson', bytes: 200 * 1024 * 1024 }, '/bytes'],
    [{ kind: 'events', contentType: 'application/x-ndjson', bytes: 10, sha256: 'x' }, '/sha256'],
  ])('is not given for %o', async (body, path) => {
    const answer = await uploader('repairs').register(body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path, message: expect.any(String) }] } });
  });
});

describe('a snapshot', () => {
  const feed = { kind: 'snapshot', feed: 'open-jobs', contentType: 'text/csv' } as const;
  const jobs = 'Job no,Property ref,Priority,Raised,Appointment,Description';
  const job = (number: number, flat: number, rest = '') =>
    `R-${number},000471${String(flat).padStart(2, '0')},3,2026-01-1${number % 10},${rest},Tap ${number}`;
  const all = [1, 2, 3, 4, 5, 6].map(number => job(number, number + 1));
  const send = (lines: readonly string[]) => uploader('repairs').send([jobs, ...lines].join('\n'), feed);
  const openJobs = async (uprn: string) =>
    (await landlord.officer('repairs-officer').timeline(uprn, 'repair')).map(({ type }) => type);
  const later = (day: number) =>
    landlord.hub.setTime(new Date(`2026-02-${String(day).padStart(2, '0')}T02:00:00Z`));

  it('of the first night is all new', async () => {
    const view = await send(all);
    expect(view).toMatchObject({
      state: 'done',
      counts: { rows: 6, appeared: 6, changed: 0, disappeared: 0, accepted: 6 },
    });
    expect(await openJobs('200000471102')).toEqual(['housing.repair.raised.v1']);
  });

  it('changes nothing when it is sent again', async () => {
    await later(3);
    const before = landlord.hub.archive().length;
    expect(await send(all)).toMatchObject({
      state: 'done',
      counts: { unchanged: 6, appeared: 0, accepted: 0 },
    });
    expect(landlord.hub.archive()).toHaveLength(before);
  });

  it('says what is new, what changed and what is gone', async () => {
    await later(4);
    const view = await send([...all.slice(1, 5), job(6, 7, '2026-02-10T09:00'), job(7, 8)]);
    expect(view).toMatchObject({
      state: 'done',
      counts: { appeared: 1, changed: 1, disappeared: 1, unchanged: 4 },
    });
    expect(await uploader('repairs').result(view)).toMatchObject([
      { key: 'R-1', change: 'disappeared', events: [{ type: 'housing.repair.closed.v1' }] },
      { row: 6, key: 'R-6', change: 'changed', events: [{ type: 'housing.repair.appointed.v1' }] },
      { row: 7, key: 'R-7', change: 'appeared', events: [{ type: 'housing.repair.raised.v1' }] },
    ]);
    expect(await openJobs('200000471102')).toEqual(['housing.repair.closed.v1', 'housing.repair.raised.v1']);
  });

  it('rejects rows that cannot be told apart or read, and leaves what they stood for as it was', async () => {
    await later(5);
    const view = await send([
      ...all.slice(1, 4),
      job(5, 6).replace(',3,', ',9,'),
      job(6, 7, '2026-02-10T09:00'),
      job(7, 8),
      job(7, 9),
    ]);
    expect(view).toMatchObject({ state: 'done', counts: { rejected: 3, disappeared: 0, accepted: 0 } });
    expect(await uploader('repairs').result(view)).toMatchObject([
      { row: 5, key: 'R-5', outcome: 'rejected', problems: [{ path: 'Priority' }] },
      { row: 7, key: 'R-7', outcome: 'rejected' },
      { row: 8, key: 'R-7', outcome: 'rejected' },
    ]);
  });

  it('that was cut off is held with the figures, and taken when somebody says so', async () => {
    await later(6);
    const before = landlord.hub.archive().length;
    const cut = await send(all.slice(1, 3));
    expect(cut).toMatchObject({
      state: 'held',
      held: { reason: 'fewer-rows', rows: 2, rowsBefore: 6, disappeared: 4, rowsWithoutKey: 0 },
    });
    expect(landlord.hub.archive()).toHaveLength(before);
    const answer = await uploader('repairs').believe(cut.fileId, { reason: 'Jobs were closed in bulk' });
    expect(answer).toMatchObject({ status: 202, body: { believed: { by: expect.any(String) } } });
    await landlord.hub.settled();
    expect(await uploader('repairs').view(cut.fileId)).toMatchObject({
      state: 'done',
      counts: { disappeared: 4, accepted: 4 },
      believed: { reason: 'Jobs were closed in bulk' },
    });
    const twice = await uploader('repairs').believe(cut.fileId);
    expect(twice.status).toBe(202);
    await landlord.hub.settled();
  });

  it('has the jobs open again that it had lost, though they were raised before', async () => {
    await later(7);
    expect(await send(all)).toMatchObject({ counts: { returned: 4, unchanged: 2 } });
    const property = await landlord.officer('repairs-officer').property('200000471102');
    expect(property.openCases.map(({ reference }) => reference)).toContain('R-1');
    expect(property.signals.repairs).toBe(1);
  });

  it('that is not held cannot be believed, and an older one is not taken after a newer', async () => {
    const repairs = uploader('repairs');
    await later(8);
    const old = [jobs, ...all].join('\n');
    const link = await repairs.link(old, feed);
    await later(9);
    const newer = await send(all);
    expect((await repairs.believe(newer.fileId)).status).toBe(409);
    await later(8);
    await repairs.put(link, old);
    await landlord.hub.settled();
    expect(await repairs.view(link.fileId)).toMatchObject({
      state: 'refused',
      problem: expect.stringContaining('later snapshot'),
    });
  });
});
