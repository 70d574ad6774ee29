import { beforeEach, describe, expect, it } from 'vitest';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject, type Uprn } from '../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, instant } from '../support/events.ts';
import { contents, newClient, newTable } from './support/tables.ts';

const [home4, home5, home7] = [flat4, flat5, flat7].map(uprn => propertySubject(uprn));
const subjects = [home4, home5, home7].filter(subject => subject !== undefined);

function leak(reference: string, home: Uprn, at = '2025-06-02T08:40:00.000Z', basis?: 'heard'): SystemEvent {
  const event = eventOf({
    ...{ type: 'housing.leak.reported.v1', at, home, vendorEventId: reference },
    data: { leakReference: reference as LocalReference },
  });
  return basis === undefined ? event : { ...event, timebasis: basis };
}

describe('events of several homes', () => {
  let records: EventsTable;
  let quarantine: Table;
  let calls: string[];
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
    calls = [];
    records.client.middlewareStack.add(
      (next, { commandName = '' }) =>
        args => {
          calls.push(commandName);
          return next(args);
        },
      { step: 'build' },
    );
  });
  const commitOn = (table: EventsTable) =>
    makeCommit({
      store: makeRecordsStore(table),
      keep: makeKeep(quarantine),
      now: () => instant('2025-06-20T10:00:00Z'),
      pause: fullJitter({ base: 20, cap: 640 }),
    });
  const commit = (...events: SystemEvent[]) => commitOn(records)(subjects, events);
  const leaksAt = async (home: Uprn) =>
    (await makeRecordsStore(records).read(propertySubject(home), [])).record?.totals.leaks;
  const kept = async () => (await contents(quarantine)).filter(({ reason }) => reason !== undefined);
  const [read, compare, write] = [
    'TransactGetItemsCommand',
    'BatchGetItemCommand',
    'TransactWriteItemsCommand',
  ];

  it('are committed by one read and one write', async () => {
    await commit(leak('L-1', flat4), leak('L-2', flat5), leak('L-3', flat7), leak('L-4', flat4));
    expect(calls).toEqual([read, write]);
    expect([await leaksAt(flat4), await leaksAt(flat5), await leaksAt(flat7)]).toEqual([2, 1, 1]);
  });

  it('that come again write nothing at all, also beside what is new', async () => {
    await commit(leak('L-1', flat4), leak('L-2', flat5));
    const before = await contents(records);
    calls = [];
    await commit(leak('L-1', flat4), leak('L-2', flat5));
    expect(calls).toEqual([read, compare]);
    expect(await contents(records)).toEqual(before);
    await commit(leak('L-2', flat5), leak('L-3', flat4));
    expect([await leaksAt(flat4), await leaksAt(flat5)]).toEqual([2, 1]);
    expect(await kept()).toEqual([]);
  });

  it('are once what nobody dated, however often it is heard', async () => {
    const again = ['2025-06-02T08:40:00.000Z', '2025-06-03T09:00:00.000Z', '2025-06-01T07:00:00.000Z'];
    for (const at of again) await commit(leak('L-1', flat4, at, 'heard'));
    const entries = (await contents(records)).filter(({ sk }) => String(sk).startsWith('EVENT#'));
    expect(entries.map(({ sk }) => String(sk).split('#')[1])).toEqual([again[0]]);
    expect(await leaksAt(flat4)).toBe(1);
    expect(await kept()).toEqual([]);
  });

  it('happened at the other home when they were first heard, after one that was cut off', async () => {
    const both = eventOf({
      ...{ type: 'housing.leak.reported.v1', at: '2025-06-02T08:40:00Z', home: flat4, source: flat7 },
      ...{ vendorEventId: 'L-1', data: { leakReference: 'L-1' as LocalReference } },
    });
    const heard: SystemEvent = { ...both, timebasis: 'heard' };
    await commitOn(records)([propertySubject(flat4)], [heard]);
    await commit({ ...heard, time: instant('2025-06-03T09:00:00Z') });
    const entries = (await contents(records)).filter(({ sk }) => String(sk).startsWith('EVENT#'));
    expect(entries.map(({ pk, sk, event }) => [pk, sk, (event as SystemEvent).time])).toEqual(
      [flat4, flat7].map(home => [`PROPERTY#${home}`, `EVENT#${heard.time}#${heard.id}`, heard.time]),
    );
  });

  it('are amended where the same id names another home or another time', async () => {
    await commit(leak('L-1', flat4));
    const elsewhere = leak('L-1', flat5);
    const earlier = leak('L-1', flat4, '2025-06-01T08:40:00.000Z');
    await commit(elsewhere, earlier, leak('L-2', flat5));
    expect((await kept()).map(({ payload }) => JSON.parse(String(payload)).time).sort()).toEqual(
      [elsewhere.time, earlier.time].sort(),
    );
    expect([await leaksAt(flat4), await leaksAt(flat5)]).toEqual([1, 1]);
  });

  it('are each committed once by eight writers of the same homes at once', async () => {
    const batches = Array.from({ length: 8 }, (_, batch) =>
      [flat4, flat5, flat7].map((home, index) => leak(`L-${batch % 4}-${index}`, home)),
    );
    await Promise.all(batches.map(batch => commitOn({ ...records, client: newClient() })(subjects, batch)));
    expect([await leaksAt(flat4), await leaksAt(flat5), await leaksAt(flat7)]).toEqual([4, 4, 4]);
    expect(await kept()).toEqual([]);
  });
});
