import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { reachedBy } from '../../functions/core/record/reach.ts';
import { happenedKey } from '../../functions/core/record/timeline.ts';
import { type RebuildOptions, rebuildSubject } from '../../functions/operators/ops/rebuild/rebuild.ts';
import { rebuildAll } from '../../functions/operators/ops/rebuild/rebuild-all.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { groupsOf } from '../../functions/records/record/plan.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeReadHeard } from '../../functions/shell/tables/records/heard.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeShadows } from '../../functions/shell/tables/records/shadow-store.ts';
import { makeWholeSubjects } from '../../functions/shell/tables/records/whole-subjects.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { anyEvent } from '../support/arbitrary-events.ts';
import { eventOf, flat4, flat7, instant } from '../support/events.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { contents, newTable, publishedIn } from './support/tables.ts';

const home = propertySubject(flat4);
const now = () => instant('2025-07-02T10:00:00Z');
const leak = (number: number) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at: instant(new Date(Date.UTC(2025, 5, 1, 0, number)).toISOString()),
    home: flat4,
    source: flat7,
    vendorEventId: `L-${number}`,
    data: { leakReference: `L-${number}` as LocalReference },
  });
const key = { pk: `PROPERTY#${flat4}`, sk: 'RECORD' };
const plain: RebuildOptions = { from: 'timeline', swap: false, announce: false, showPayload: false };

describe('a rebuild', () => {
  let records: EventsTable;
  let quarantine: Table;
  let printed: string[];
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
    printed = [];
  });

  /** What `record` does with events, in as few transactions as it can. */
  async function record(events: readonly SystemEvent[]): Promise<void> {
    const store = makeRecordsStore(records);
    const commit = makeCommit({ store, keep: makeKeep(quarantine), now, pause: () => Promise.resolve() });
    const arrivals = events.map((event, index) => ({ messageId: String(index), event }));
    for (const group of groupsOf(arrivals)) {
      await commit(
        group.subjects,
        group.arrivals.map(({ event }) => event),
      );
    }
  }
  const deps = () => ({
    subjects: makeWholeSubjects(records),
    shadows: makeShadows(records),
    heard: makeReadHeard(records),
    decrypt: unencrypted.decrypt,
    now,
    latest: now,
    newName: () => 'rebuild-1',
    print: (line: string) => printed.push(line),
    readArchive: () => Promise.resolve({ completed: true, outcome: 'COMPLETED' }),
  });
  const rebuilt = (options: Partial<RebuildOptions> = {}) =>
    rebuildSubject(deps(), home, { ...plain, ...options });
  const items = async (prefix: string) =>
    (await contents(records)).filter(({ pk, sk }) => pk === key.pk && String(sk).startsWith(prefix));
  const change = (sk: string, attribute: string, value: unknown) =>
    records.client.send(
      new UpdateCommand({
        TableName: records.tableName,
        Key: { pk: key.pk, sk },
        UpdateExpression: 'SET #attribute = :value',
        ExpressionAttributeNames: { '#attribute': attribute },
        ExpressionAttributeValues: { ':value': value },
      }),
    );

  it('of a large generated set is the same byte for byte, for every home and person', async () => {
    const events = fc.sample(anyEvent, { seed: 7, numRuns: 800 });
    await record([...new Map(events.map(event => [event.id, event])).values()]);
    const before = await contents(records);
    expect(await rebuildAll(deps(), 'all', plain)).toBe(true);
    expect(printed).toEqual([
      expect.stringMatching(/^7 records folded from \d{4} events: 7 the same byte for byte, 0/),
    ]);
    expect(await contents(records)).toEqual(before);
    const whole = await makeWholeSubjects(records).read(home);
    const stored = before.find(({ pk, sk }) => pk === key.pk && sk === 'RECORD');
    expect(canonicalize(whole.record)).toBe(canonicalize(stored?.['record']));
  });

  it('shows where a record and its rows are not what the events say, and leaves a shadow', async () => {
    await record([leak(1), leak(2)]);
    await change('RECORD', 'record', { subject: home, totals: { leaks: 9 } });
    await change('CASE#leak#leaks#L-1', 'row', { row: 'case' });
    await records.client.send(
      new DeleteCommand({ TableName: records.tableName, Key: { ...key, sk: 'CASE#leak#leaks#L-2' } }),
    );
    const stray = { ...key, sk: 'CASE#leak#leaks#L-3', row: { row: 'case' } };
    await records.client.send(new PutCommand({ TableName: records.tableName, Item: stray }));
    expect(await rebuilt()).toEqual({ outcome: 'differs', events: 2 });
    expect(printed.join('\n')).toMatch(/record\.totals\.leaks: 9 is stored, the events say 2\n/);
    expect(printed).toContain('  CASE#leak#leaks#L-2: nothing is stored, the events say a whole');
    expect(printed).toContain('  CASE#leak#leaks#L-3: a whole is stored, the events say nothing');
    expect((await items('SHADOW#')).map(({ sk }) => sk)).toEqual([
      'SHADOW#CASE#leak#leaks#L-1',
      'SHADOW#CASE#leak#leaks#L-2',
      'SHADOW#RECORD',
    ]);
    expect(await rebuilt({ swap: true })).toEqual({ outcome: 'swapped', events: 2 });
    expect(await items('SHADOW#')).toEqual([]);
    expect((await items('CASE#')).map(({ sk }) => sk)).toEqual([
      'CASE#leak#leaks#L-1',
      'CASE#leak#leaks#L-2',
    ]);
    expect(await rebuilt()).toEqual({ outcome: 'same', events: 2 });
  });

  it('keeps the ledger: nobody is told, until the next event or when it is asked for', async () => {
    await record([leak(1)]);
    const [{ flags } = {}] = await items('RECORD');
    await change('RECORD', 'flags', {});
    await change('RECORD', 'record', 'rubbish');
    await rebuilt({ swap: true });
    expect(printed.at(-2)).toBe(
      '  flag active-leak: the next event about property/200000471104 will announce it as raised',
    );
    expect(publishedIn(await items('HISTORY#'))).toHaveLength(1);
    expect((await items('RECORD'))[0]).toMatchObject({ version: 2, flags: {} });
    expect(await rebuilt({ swap: true, announce: true })).toEqual({ outcome: 'swapped', events: 1 });
    expect((await items('HISTORY#active-leak#')).at(-1)).toMatchObject({
      entry: {
        change: { version: 3, after: { state: expect.anything() } },
        events: [{ type: 'housing.flag.raised.v1' }],
      },
    });
    const [stored] = await items('RECORD');
    expect(stored?.['flags']).toEqual({
      'active-leak': { ...(flags as Record<string, object>)['active-leak'], version: 3 },
    });
    expect(await rebuilt({ swap: true, announce: true })).toEqual({ outcome: 'same', events: 1 });
  });

  it('goes on above every version that a system may have heard of, when the record is lost', async () => {
    await record([leak(1)]);
    await record([leak(2)]);
    await record([leak(3)]);
    await records.client.send(new DeleteCommand({ TableName: records.tableName, Key: key }));
    expect(await rebuilt({ swap: true })).toMatchObject({ outcome: 'swapped' });
    expect((await items('RECORD'))[0]).toMatchObject({ version: 4, record: { totals: { leaks: 3 } } });
    await record([leak(4)]);
    expect((await items('RECORD'))[0]).toMatchObject({ version: 5, record: { totals: { leaks: 4 } } });
  });

  it('is done again when somebody commits before the swap: no event is lost', async () => {
    await record([leak(1)]);
    await change('RECORD', 'record', { totals: {} });
    const shadows = makeShadows(records);
    let interrupted = 0;
    const outcome = await rebuildSubject(
      {
        ...deps(),
        shadows: {
          ...shadows,
          async swap(swap) {
            interrupted += 1;
            if (interrupted === 1) {
              await change('RECORD', 'record', swap.rebuilt.record);
              await record([leak(2)]);
              await change('RECORD', 'record', { totals: {} });
            }
            return shadows.swap(swap);
          },
        },
      },
      home,
      { ...plain, swap: true },
    );
    expect([interrupted, outcome]).toEqual([2, { outcome: 'swapped', events: 2 }]);
    expect((await items('RECORD'))[0]).toMatchObject({ version: 3, record: { totals: { leaks: 2 } } });
  });

  it('swaps more rows than fit one transaction, the record last', async () => {
    await record(Array.from({ length: 150 }, (_, index) => leak(index)));
    const rows = await items('CASE#');
    for (const { sk } of rows) await change(String(sk), 'row', { row: 'case', facts: {} });
    expect(await rebuilt({ swap: true })).toEqual({ outcome: 'swapped', events: 150 });
    expect(await items('CASE#')).toEqual(rows);
    expect(await rebuilt()).toEqual({ outcome: 'same', events: 150 });
  });

  it('does not swap while an entry of the timeline cannot be read', async () => {
    await record([leak(1), leak(2)]);
    await change(`EVENT#${happenedKey(leak(1))}`, 'event', { type: 'housing.leak.imagined.v1' });
    expect(await rebuilt({ swap: true })).toEqual({ outcome: 'differs', events: 1 });
    expect(printed.at(-1)).toBe(
      `  not swapped: EVENT#${happenedKey(leak(1))} cannot be read: repair or remove that item of the table`,
    );
    expect((await items('RECORD'))[0]).toMatchObject({ version: 1, record: { totals: { leaks: 2 } } });
  });

  it('knows nothing of a home that nothing was heard of', async () => {
    expect(await rebuilt({ swap: true })).toEqual({ outcome: 'unknown', events: 0 });
    expect(await contents(records)).toEqual([]);
    expect(await rebuildAll(deps(), home, plain)).toBe(true);
    expect(printed).toContain('Nothing was ever heard of property/200000471104');
  });

  describe('from the archive', () => {
    const fromArchive = (archive: readonly SystemEvent[], options: Partial<RebuildOptions> = {}) =>
      rebuildAll(
        {
          ...deps(),
          async readArchive(_query, onEvents) {
            await onEvents([...archive, ...archive]);
            return { completed: true, outcome: 'COMPLETED' };
          },
        },
        'all',
        { ...plain, from: 'archive', ...options },
      );
    const closed = eventOf({
      type: 'housing.repair.completed.v1',
      at: '2025-06-03T09:00:00Z',
      home: flat4,
      system: 'repairs',
      data: { workOrderReference: 'R-1' as LocalReference, evidence: [] },
    });
    const amended: SystemEvent = { ...leak(1), time: instant('2025-06-09T09:00:00Z') };

    it('is the same, though the archive also has what is kept in quarantine', async () => {
      await record([leak(1), leak(2), closed]);
      expect(reachedBy(leak(1))).toHaveLength(2);
      expect(await fromArchive([amended, closed, leak(2), leak(1)])).toBe(true);
      expect(printed.at(-1)).toMatch(/^2 records folded from 4 events: 2 the same byte for byte/);
    });

    it('is shown, and never swapped in, when the two do not hold the same events', async () => {
      await record([leak(1), leak(2)]);
      const before = await items('RECORD');
      expect(await fromArchive([leak(2), leak(3)], { swap: true })).toBe(false);
      expect(printed).toContain(
        `  not swapped: 1 (${leak(3).id}) in the archive are not on record: they are in quarantine, or a replay brings them`,
      );
      expect(printed).toContain(
        `  not swapped: 1 (${leak(1).id}) on record are not in the archive, or no longer`,
      );
      expect(await items('RECORD')).toEqual(before);
    });

    it('brings back a home of which the table has nothing any more', async () => {
      expect(await fromArchive([leak(1)])).toBe(false);
      expect(printed.at(-1)).toMatch(
        /^2 records folded from 2 events: 0 the same byte for byte, 0 swapped, 2 diff/,
      );
    });
  });
});
