import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { makeCommitDue } from '../../functions/records/commit/commit-due.ts';
import { makeWatch } from '../../functions/records/watch/watch.ts';
import { logLines } from '../../functions/shell/log-lines.ts';
import { logger } from '../../functions/shell/logger.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import { makeReadDue } from '../../functions/shell/tables/records/due-reader.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { recordKey } from '../../functions/shell/tables/records/keys.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import {
  type Instant,
  type LocalReference,
  personSubject,
  propertySubject,
  type Subject,
} from '../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant, mrB } from '../support/events.ts';
import { hale, sayingsOf } from '../support/flag-sayings.ts';
import { contents, newTable, publishedIn } from './support/tables.ts';

const person = personSubject(mrB);
const source = propertySubject(flat7);
const flag = sayingsOf('do-not-visit-alone');
const asserted = flag.asserts('tenancy', '2025-10-06T10:00:00Z');
const leak = (reference: string, at: string) =>
  eventOf({
    type: 'housing.leak.reported.v1',
    at,
    home: flat4,
    source: flat7,
    data: { leakReference: reference as LocalReference },
  });
const resolved = (reference: string, at: string) =>
  eventOf({
    type: 'housing.leak.resolved.v1',
    at,
    home: flat4,
    source: flat7,
    data: { leakReference: reference as LocalReference },
  });

describe('time alone', () => {
  let records: EventsTable;
  let quarantine: Table;
  let time: Instant;
  const now = () => time;
  const pause = () => Promise.resolve();
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
    vi.restoreAllMocks();
  });
  const hear = async (subject: Subject, events: readonly SystemEvent[], at: string) => {
    time = instant(at);
    const deps = { store: makeRecordsStore(records), keep: makeKeep(quarantine), now, pause };
    await makeCommit(deps)([subject], events);
  };
  const commitDue = (subject: Subject) =>
    makeCommitDue({ store: makeRecordsStore(records), now, pause })(subject);
  const watch = async (at: string, commit = commitDue) => {
    time = instant(at);
    await makeWatch({ readDue: makeReadDue(records), commitDue: commit, now })();
  };
  const items = async (prefix: string) =>
    (await contents(records)).filter(({ sk }) => String(sk).startsWith(prefix));
  const recordOf = async (subject: Subject) => {
    const { pk } = recordKey(subject);
    return (await items('RECORD')).find(item => item['pk'] === pk);
  };
  const announced = async () =>
    publishedIn(await contents(records))
      .flat()
      .map(({ type, time: at, data }) => {
        const { flag, reason } = data as { flag?: { state?: unknown }; reason?: unknown };
        return [type, at, flag?.state, reason];
      });

  it('makes a review due, and later ends the flag and says that it expired, without any event', async () => {
    await hear(person, [asserted], '2025-10-06T10:05:00Z');
    expect(await recordOf(person)).toMatchObject({
      nextDueAt: '2026-04-03T23:00:00.000Z',
      dueShard: expect.stringMatching(/^DUE#(0\d|1[0-5])$/),
      flagged: expect.stringMatching(/^FLAGGED#(0\d|1[0-5])$/),
    });
    await watch('2026-04-03T22:55:00Z');
    expect(await recordOf(person)).toMatchObject({ version: 1 });
    await watch('2026-04-03T23:00:00Z');
    expect(await recordOf(person)).toMatchObject({
      version: 2,
      nextDueAt: '2026-10-05T23:00:00.000Z',
      flags: { 'do-not-visit-alone': { state: 'review-due', version: 2 } },
    });
    await watch('2026-10-05T23:03:00Z');
    expect(await announced()).toEqual([
      ['housing.flag.raised.v1', '2025-10-06T10:05:00.000Z', 'active', undefined],
      ['housing.flag.changed.v1', '2026-04-03T23:00:00.000Z', 'review-due', undefined],
      ['housing.flag.cleared.v1', '2026-10-05T23:03:00.000Z', 'review-due', 'expired'],
    ]);
    const record = await recordOf(person);
    expect(record).toMatchObject({ version: 3, flags: { 'do-not-visit-alone': { state: 'suspended' } } });
    expect(record).not.toHaveProperty('nextDueAt');
    expect(record).not.toHaveProperty('dueShard');
    expect(await items('EVENT#')).toHaveLength(1);
  });

  it('lets a recurrent leak fall out of its year', async () => {
    await hear(
      source,
      [leak('L-1', '2025-06-02T07:40:00Z'), leak('L-2', '2025-06-19T20:30:00Z')],
      '2025-06-20T10:00:00Z',
    );
    await hear(
      source,
      [resolved('L-1', '2025-06-21T10:00:00Z'), resolved('L-2', '2025-06-21T10:00:00Z')],
      '2025-06-21T10:00:00Z',
    );
    await watch('2025-09-20T00:00:00Z');
    expect(await recordOf(source)).toMatchObject({
      nextDueAt: '2026-06-02T07:40:00.001Z',
      flags: { 'recurrent-leak': { state: 'review-due' } },
    });
    await watch('2026-06-02T07:45:00Z');
    expect((await announced()).at(-1)).toEqual([
      'housing.flag.cleared.v1',
      '2026-06-02T07:45:00.000Z',
      'review-due',
      'rule-no-longer-holds',
    ]);
    expect(await recordOf(source)).not.toHaveProperty('flagged');
  });

  it('moves the next look on, and nothing else, where nothing changed', async () => {
    await hear(person, [flag.raises(hale, '2025-10-06T10:00:00Z')], '2025-10-06T10:05:00Z');
    const before = await recordOf(person);
    expect(before).toMatchObject({ nextDueAt: '2026-04-03T23:00:00.000Z' });
    await watch('2026-04-04T10:00:00Z');
    expect(await recordOf(person)).toEqual({ ...before, nextDueAt: '2026-10-05T23:00:00.000Z' });
    const all = await contents(records);
    await watch('2026-04-05T10:00:00Z');
    await commitDue(person);
    await commitDue(propertySubject(flat4));
    expect(await contents(records)).toEqual(all);
  });

  it('is done once by two at the same time, and again by whoever comes after one that died', async () => {
    await hear(person, [asserted], '2025-10-06T10:05:00Z');
    time = instant('2026-04-04T10:00:00Z');
    await Promise.all([commitDue(person), commitDue(person)]);
    expect(await recordOf(person)).toMatchObject({ version: 2 });
    expect(publishedIn(await contents(records))).toHaveLength(2);
    const dies = () => Promise.reject(new Error('the process was killed'));
    await watch('2026-10-06T10:00:00Z', dies);
    expect(await recordOf(person)).toMatchObject({ version: 2 });
    await watch('2026-10-06T10:05:00Z');
    expect((await announced()).at(-1)?.at(-1)).toBe('expired');
  });

  it('keeps nobody waiting for one that cannot be committed, and says how long the longest has waited', async () => {
    await hear(person, [asserted], '2025-10-06T10:05:00Z');
    await hear(source, [leak('L-1', '2025-10-06T10:00:00Z')], '2025-10-06T10:05:00Z');
    const { code, message } = logLines.recordsDue;
    const said = vi.spyOn(logger, 'info').mockReturnValue();
    vi.spyOn(logger, 'error').mockReturnValue();
    await watch('2026-04-03T23:20:00Z', subject =>
      subject === source ? Promise.reject(new Error('no')) : commitDue(subject),
    );
    expect(await recordOf(person)).toMatchObject({ version: 2 });
    const oldest = (Date.parse('2026-04-03T23:20:00Z') - Date.parse('2025-10-12T23:00:00Z')) / 1000;
    expect(said).toHaveBeenCalledWith(message, { code, due: 2, oldestSeconds: oldest });
    await watch('2026-04-03T23:25:00Z');
    await watch('2026-04-03T23:30:00Z');
    expect(said).toHaveBeenLastCalledWith(message, { code, due: 0, oldestSeconds: 0 });
  });
});
