import type { SQSRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { type AnnounceAtOnce, makeAnnounceAtOnce } from '../../functions/records/record/announce-at-once.ts';
import { makeRecord } from '../../functions/records/record/record.ts';
import { markOf } from '../../functions/shell/priority.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore, type RecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject, type Subject } from '../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, instant, larchHouse } from '../support/events.ts';
import { contents, newTable, publishedIn } from './support/tables.ts';

const now = () => instant('2025-06-20T10:00:00Z');
const leak = eventOf({
  type: 'housing.leak.reported.v1',
  at: '2025-06-19T20:30:00Z',
  home: flat4,
  source: flat7,
  block: larchHouse,
  data: { leakReference: 'LFA-1' as LocalReference },
});
const planned = eventOf({
  type: 'housing.works.planned.v1',
  system: 'repairs',
  at: '2025-06-19T20:30:00Z',
  home: flat5,
  data: { workOrderReference: 'W-1' as LocalReference, works: 'Rewire' },
});

describe('a batch from the record queue', () => {
  let records: EventsTable;
  let quarantine: Table;
  let store: RecordsStore;
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
    store = makeRecordsStore(records);
  });

  async function record(
    details: readonly unknown[],
    used: RecordsStore = store,
    announceAtOnce: AnnounceAtOnce = () => Promise.resolve(),
    mark: object = {},
  ) {
    const keep = makeKeep(quarantine);
    const commit = makeCommit({ store: used, keep, now, pause: () => Promise.resolve() });
    const Records = details.map(
      (detail, index) =>
        ({ messageId: `m-${index}`, body: JSON.stringify({ source: 'x', detail, ...mark }) }) as SQSRecord,
    );
    const { batchItemFailures } = await makeRecord({
      ...{ commit, announceAtOnce, keep, now },
    })({ Records });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  }
  const leaksOf = async (subject: Subject) => (await store.read(subject, [])).record?.totals.leaks;

  it('reaches every subject that keeps the event', async () => {
    expect(await record([leak, planned])).toEqual([]);
    expect(await leaksOf(propertySubject(flat4))).toBe(1);
    expect((await store.read(propertySubject(flat7), [])).version).toBe(1);
    expect((await store.read(propertySubject(larchHouse), [])).version).toBe(1);
    expect((await store.read(propertySubject(flat5), [])).version).toBe(1);
  });

  describe('announces at once', () => {
    const told: HubFlagEvent[] = [];
    const announce: AnnounceAtOnce = events => Promise.resolve(void told.push(...events));
    beforeEach(() => void told.splice(0));
    const outbox = async () => publishedIn(await contents(records)).flat();

    it('what the outbox has for the relay, with the same ids', async () => {
      expect(await record([leak, planned], store, announce)).toEqual([]);
      expect(told.map(({ data }) => data.flag.code)).toContain('active-leak');
      expect(new Set(told)).toEqual(new Set(await outbox()));
    });

    it('nothing of what was known already, and nothing of what could not be committed', async () => {
      await record([leak]);
      expect(await record([leak], store, announce)).toEqual([]);
      const lost = { ...store, commit: () => Promise.reject(new Error('the process was killed')) };
      expect(await record([planned], lost, announce)).toEqual(['m-0']);
      expect(told).toEqual([]);
    });

    it.each([{ resources: [markOf('bulk')] }, { 'replay-name': 'replay-1' }])(
      'nothing of %j: the relay does',
      async mark => {
        expect(await record([leak], store, announce, mark)).toEqual([]);
        expect(told).toEqual([]);
        expect(await outbox()).not.toEqual([]);
      },
    );

    it.each([
      ['refuses it', () => Promise.resolve([{ event: leak, code: 'ThrottlingException' }])],
      ['does not answer', () => Promise.reject(new Error('its time was up'))],
    ])('and leaves it to the relay where the bus %s: the event is recorded', async (_how, publish) => {
      expect(await record([leak], store, makeAnnounceAtOnce(publish))).toEqual([]);
      expect(await outbox()).not.toEqual([]);
    });
  });

  it('fails only the messages of a subject that could not be committed, and the retry commits it', async () => {
    const dies: RecordsStore = {
      ...store,
      commit: commit =>
        commit.subjects.some(({ before }) => before.subject === propertySubject(flat7))
          ? Promise.reject(new Error('the process was killed'))
          : store.commit(commit),
    };
    expect(await record([leak, planned], dies)).toEqual(['m-0']);
    expect(await record([leak])).toEqual([]);
    expect(await leaksOf(propertySubject(flat4))).toBe(1);
    expect((await store.read(propertySubject(flat4), [])).version).toBe(1);
    expect((await store.read(propertySubject(flat7), [])).version).toBe(1);
  });

  it('takes an event once that comes twice in one batch', async () => {
    expect(await record([leak, leak])).toEqual([]);
    expect(await leaksOf(propertySubject(flat4))).toBe(1);
  });

  it('keeps what is no event of the shared language, once, and has nothing of it again', async () => {
    const strange = { ...leak, type: 'housing.leak.imagined.v1' };
    expect(await record([strange, 'rubbish', leak])).toEqual([]);
    expect(await record([strange])).toEqual([]);
    const kept = (await contents(quarantine)).filter(({ reason }) => reason !== undefined);
    expect(kept.map(({ pk, reason }) => [pk, reason])).toEqual([
      ['SYSTEM#leaks', 'invalid'],
      ['SYSTEM#unknown', 'invalid'],
    ]);
    expect(await leaksOf(propertySubject(flat4))).toBe(1);
  });
});
