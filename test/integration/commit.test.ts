import { beforeEach, describe, expect, it } from 'vitest';
import { foldEvents } from '../../functions/core/record/fold.ts';
import { emptyRecord } from '../../functions/core/record/subject-record.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore, type RecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../support/events.ts';
import { contents, newClient, newTable, publishedIn } from './support/tables.ts';

const home = propertySubject(flat4);
const now = () => instant('2025-06-20T10:00:00Z');

function leakReported(reference: string, at: string, note?: string): SystemEvent {
  const data = {
    leakReference: reference as never,
    ...(note && { note: { text: note, classification: 'personal' as const } }),
  };
  return eventOf({
    type: 'housing.leak.reported.v1',
    at,
    home: flat4,
    source: flat7,
    vendorEventId: reference,
    data,
  });
}

const first = leakReported('LFA-1', '2025-06-02T08:40:00+01:00');
const second = leakReported('LFA-2', '2025-06-19T21:30:00+01:00');
const amendedFirst = leakReported('LFA-1', '2025-06-02T08:40:00+01:00', 'it was the bathroom');

describe('a commit to one home', () => {
  let records: EventsTable;
  let quarantine: Table;
  let store: RecordsStore;
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
    store = makeRecordsStore(records);
  });
  const commitWith = (used: RecordsStore) =>
    makeCommit({ store: used, keep: makeKeep(quarantine), now, pause: fullJitter({ base: 20, cap: 640 }) });
  const rowsOf = async (prefix: string) =>
    (await contents(records)).filter(({ sk }) => String(sk).startsWith(prefix));
  const recordOf = async () => (await store.read(home, [])).record;

  it('writes timeline, record, case rows and what is announced together', async () => {
    await commitWith(store)([home], [first]);
    const items = await contents(records);
    expect(items.map(({ sk }) => String(sk).split('#')[0])).toEqual([
      'HEARD',
      'CASE',
      'EVENT',
      'HISTORY',
      'RECORD',
    ]);
    expect(items.find(({ sk }) => sk === `EVENT#2025-06-02T07:40:00.000Z#${first.id}`)).toMatchObject({
      type: 'housing.leak.reported.v1',
      role: 'home',
      event: first,
    });
    const [change] = await rowsOf('HISTORY#');
    expect(change).toMatchObject({ sk: 'HISTORY#active-leak#000000000001', announces: 1 });
    expect(change).not.toHaveProperty('expiresAt');
    expect(publishedIn(items)).toMatchObject([
      [{ type: 'housing.flag.raised.v1', data: { flag: { code: 'active-leak' } } }],
    ]);
  });

  it('leaves out what it knows already and folds the rest', async () => {
    await commitWith(store)([home], [first]);
    await commitWith(store)([home], [first, second, first]);
    expect((await rowsOf('EVENT#')).length).toBe(2);
    const { version, record } = await store.read(home, []);
    expect(version).toBe(2);
    const expected = foldEvents(
      { subject: home, version: 0, record: emptyRecord(home), flags: {}, rows: {} },
      [second, first],
      now(),
    );
    expect(record).toEqual(expected.record);
    expect(await contents(quarantine)).toEqual([]);
  });

  it('writes nothing at all for events that it knows', async () => {
    await commitWith(store)([home], [first]);
    const before = await contents(records);
    await commitWith(store)([home], [first, first]);
    expect(await contents(records)).toEqual(before);
  });

  it.each([
    ['later', [[first], [amendedFirst]]],
    ['in the same batch', [[first, amendedFirst]]],
    ['before the known one in one batch', [[first], [amendedFirst, first]]],
    ['twice', [[first], [amendedFirst], [amendedFirst]]],
  ])('keeps an amended event in quarantine when it comes %s', async (_when, batches) => {
    for (const batch of batches) await commitWith(store)([home], batch);
    expect((await recordOf())?.totals.events).toBe(1);
    const kept = (await contents(quarantine)).filter(({ reason }) => reason !== undefined);
    expect(kept).toMatchObject([{ pk: 'SYSTEM#leaks', reason: 'amended', eventType: first.type }]);
    expect(JSON.parse(String(kept[0]?.['payload']))).toEqual(amendedFirst);
  });

  it('loses nothing and applies nothing twice with 32 writers at once', async () => {
    const events = Array.from({ length: 32 }, (_, index) =>
      leakReported(`LFA-${index}`, `2025-06-02T08:${String(index).padStart(2, '0')}:00Z`),
    );
    const writers = events.map(event => {
      const own = makeRecordsStore({ ...records, client: newClient() });
      return commitWith(own)([home], [event]);
    });
    await Promise.all(writers);
    const { version, record } = await store.read(home, []);
    expect(version).toBe(32);
    expect(record?.totals.leaks).toBe(32);
    expect((await rowsOf('EVENT#')).length).toBe(32);
    expect((await rowsOf('CASE#')).length).toBe(32);
  });

  it('leaves all or nothing behind when the process ends around the transaction', async () => {
    const dies = (when: 'before' | 'after'): RecordsStore => ({
      ...store,
      async commit(commit) {
        if (when === 'after') await store.commit(commit);
        throw new Error('the process was killed');
      },
    });
    await expect(commitWith(dies('before'))([home], [first])).rejects.toThrow('killed');
    expect(await contents(records)).toEqual([]);
    await expect(commitWith(dies('after'))([home], [first])).rejects.toThrow('killed');
    await commitWith(store)([home], [first]);
    expect((await recordOf())?.totals.leaks).toBe(1);
    expect(publishedIn(await contents(records))).toHaveLength(1);
  });
});
