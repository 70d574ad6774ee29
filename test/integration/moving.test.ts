import { S3Client } from '@aws-sdk/client-s3';
import { startEmulator } from '@infra/local/emulator';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeMovedObjects } from '../../functions/shell/moved-writer.ts';
import { makeFindEvent } from '../../functions/shell/tables/records/decision-reader.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4 } from '../support/events.ts';
import { type MovingTable, movingOn } from '../support/moving.ts';
import { contents, newTable } from './support/tables.ts';

const home = propertySubject(flat4);
const laterThanAll = '2026-03-01T00:00:00Z';
/** A complaint, of which an entry may be corrected by another. */
const received = (number: number, at: string, corrects?: number) =>
  eventOf({
    type: 'housing.complaint.received.v1',
    ...{ at, home: flat4, system: 'complaints', vendorEventId: `C-${number}` },
    entry: { id: `C-${number}`, ...(corrects !== undefined && { corrects: `C-${corrects}` }) },
    data: { complaintReference: `C-${number}` as LocalReference, about: `Noise ${number}` },
  });
const years = [2021, 2022, 2023, 2024];
const old = years.flatMap((year, index) =>
  [1, 2, 3].map(month => received(10 * index + month, `${year}-0${month}-10T10:00:00Z`)),
);
const recent = received(100, '2025-06-01T10:00:00Z');
const all = [...old, recent];
const told = all.map(({ id }) => id).toReversed();

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let client: S3Client;
beforeAll(async () => {
  emulator = await startEmulator(() => new Date(laterThanAll));
  client = new S3Client({
    ...{ endpoint: emulator.queues.endpoint, region: 'eu-west-2', forcePathStyle: true },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
  });
});
afterAll(async () => {
  client.destroy();
  await emulator.stop();
});

describe('events that leave the table for the bucket', () => {
  let table: MovingTable;
  let hub: ReturnType<typeof movingOn>;
  let buckets = 0;
  beforeEach(async () => {
    buckets += 1;
    const bucket = `history-${buckets}`;
    await emulator.buckets.create({ logicalId: 'History', name: bucket, announces: false });
    table = { ...(await newTable('events')), moved: makeMovedObjects({ client, bucket }) };
    hub = movingOn(table);
    await hub.hear(all);
  });
  const rows = async () =>
    (await contents(table)).filter(({ sk }) => String(sk).startsWith('EVENT#') && sk !== 'HEARD');
  const ofHome = async (sk: string) => (await contents(table)).find(item => item['sk'] === sk);
  const eventRows = async () => (await rows()).filter(({ pk }) => pk === `PROPERTY#${flat4}`);

  it('are told on pages of any length, in the table, across and in the bucket', async () => {
    await hub.move('2024-03-01T00:00:00Z');
    expect(await eventRows()).toHaveLength(4);
    expect((await ofHome('MOVED'))?.['periods']).toEqual(new Set(['2021', '2022', '2023']));
    for (const limit of [1, 2, 3, 4, 5, 50]) expect(await hub.told({ subject: home, limit })).toEqual(told);
    const between = { from: '2022-02-01', until: '2024-02-01', limit: 2 };
    const inside = old.filter(({ time }) => time >= between.from && time < between.until);
    expect(await hub.told({ subject: home, ...between })).toEqual(inside.map(({ id }) => id).toReversed());
    expect(await hub.told({ subject: home, type: 'housing.repair.', limit: 2 })).toEqual([]);
    expect(await hub.rebuilt(home)).toEqual({ differences: [], events: all.length });
  });

  it('a cursor goes on where it was, though what it stands at has left meanwhile', async () => {
    const reader = makeSubjectReader(table);
    const first = await reader.timeline({ subject: home, limit: 5 });
    await hub.move(laterThanAll);
    const rest = await reader.timeline({ subject: home, limit: 50, after: first.next });
    expect([...first.items, ...rest.items].map(({ event }) => event.id)).toEqual(told);
    expect(rest.next).toBeUndefined();
  });

  it('two runs at once, with a commit beside them, lose nothing and keep nothing twice', async () => {
    const late = received(7, '2021-11-01T10:00:00Z');
    await Promise.all([
      hub.move(laterThanAll),
      hub.move(laterThanAll),
      hub.hear([late]),
      hub.move(laterThanAll),
    ]);
    await hub.move(laterThanAll);
    expect(await eventRows()).toEqual([]);
    expect(new Set(await hub.told({ subject: home, limit: 4 }))).toEqual(new Set([...told, late.id]));
    expect(await hub.rebuilt(home)).toEqual({ differences: [], events: all.length + 1 });
  });

  it('what comes late is a row, is told in its place, and leaves with the next run', async () => {
    await hub.move('2024-03-01T00:00:00Z');
    const late = received(7, '2021-11-01T10:00:00Z');
    await hub.hear([late]);
    expect(await eventRows()).toHaveLength(5);
    const placed = [...all, late]
      .toSorted((one, other) => (one.time > other.time ? -1 : 1))
      .map(({ id }) => id);
    for (const limit of [1, 3, 50]) expect(await hub.told({ subject: home, limit })).toEqual(placed);
    await hub.move('2024-03-01T00:00:00Z');
    expect(await eventRows()).toHaveLength(4);
    expect((await table.moved.read(home, '2021')).items).toHaveLength(4);
    expect(await hub.told({ subject: home, limit: 3 })).toEqual(placed);
  });

  it('what is heard again after it has left is known, and counted once', async () => {
    await hub.move(laterThanAll);
    const before = await contents(table);
    await hub.hear(all);
    expect(await contents(table)).toEqual(before);
    expect(hub.refused).toEqual([]);
    const amended = {
      ...received(1, '2021-01-10T10:00:00Z'),
      data: received(2, '2021-01-10T10:00:00Z').data,
    };
    await hub.hear([amended as (typeof all)[number]]);
    expect(hub.refused).toMatchObject([{ reason: 'amended' }]);
  });

  it('a correction of what has left folds all that there is, and marks it', async () => {
    await hub.move(laterThanAll);
    const right = received(50, '2021-01-10T11:00:00Z', 1);
    await hub.hear([right]);
    const { record } = await makeRecordsStore(table).read(home, []);
    expect(record?.totals).toMatchObject({ events: all.length, complaints: all.length });
    const { items } = await makeSubjectReader(table).timeline({ subject: home, limit: 50 });
    const marks = items.filter(({ correctedBy }) => correctedBy !== undefined);
    expect(marks.map(({ event, correctedBy }) => [event.id, correctedBy])).toEqual([[old[0]?.id, right.id]]);
    expect(await hub.rebuilt(home)).toEqual({ differences: [], events: all.length + 1 });
  });

  it('is found by its id, as a decision that is asked for again is', async () => {
    await hub.move(laterThanAll);
    const find = makeFindEvent(table);
    expect(await find(home, old[0]?.id ?? '')).toEqual({ event: old[0] });
    expect(await find(home, '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11')).toBeUndefined();
  });

  it('an object that is noted and not there stops whoever reads it, so that nothing is taken for all', async () => {
    await hub.move(laterThanAll);
    await emulator.buckets.create({ logicalId: 'Empty', name: `empty-${buckets}`, announces: false });
    const without = movingOn({ ...table, moved: makeMovedObjects({ client, bucket: `empty-${buckets}` }) });
    await expect(without.told({ subject: home, limit: 50 })).rejects.toThrow('restore its last version');
    await expect(without.rebuilt(home)).rejects.toThrow('restore its last version');
  });
});
