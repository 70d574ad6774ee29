import { beforeEach, describe, expect, it } from 'vitest';
import { derivedId } from '../../functions/core/envelope/derived-id.ts';
import { unmatchedEvents } from '../../functions/core/quarantine/unmatched.ts';
import { happenedKey } from '../../functions/core/record/timeline.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { contents, newClient, newTable } from './support/tables.ts';

const home = propertySubject(flat4);
const now = () => instant('2025-09-01T12:00:00Z');

function received(id: string, about: string, at: string, corrects?: string): SystemEvent {
  return eventOf({
    home: flat4,
    system: 'complaints',
    type: 'housing.complaint.received.v1',
    at,
    vendorEventId: id,
    entry: { id, ...(corrects === undefined ? {} : { corrects }) },
    data: { complaintReference: 'C-1' as LocalReference, about },
  });
}
const wrong = received('CE-1', 'Noise', '2025-07-02T09:00:00Z');
const right = received('CE-2', 'Leak', '2025-07-01T09:00:00Z', 'CE-1');

describe('a correction', () => {
  let records: EventsTable;
  let quarantine: Table;
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
  });
  const commit = (events: readonly SystemEvent[], client = records.client) =>
    makeCommit({
      store: makeRecordsStore({ ...records, client }),
      keep: makeKeep(quarantine),
      now,
      pause: fullJitter({ base: 20, cap: 640 }),
    })([home], events);
  const stored = async () => {
    const store = makeRecordsStore(records);
    const { record } = await store.read(home, []);
    return { record, timeline: await makeSubjectReader(records).timeline({ subject: home, limit: 50 }) };
  };
  const withoutCommits = async () =>
    (await contents(records)).map(({ version: _version, flags: _flags, ...item }) => item);

  it('counts in place of what it corrects; the timeline shows both, the one marked, and neither is edited', async () => {
    await commit([wrong]);
    const before = (await contents(records)).find(({ sk }) => sk === `EVENT#${happenedKey(wrong)}`);
    await commit([right]);
    expect((await contents(records)).find(({ sk }) => sk === `EVENT#${happenedKey(wrong)}`)).toEqual(before);
    const { record, timeline } = await stored();
    expect(record?.totals).toMatchObject({ events: 1, complaints: 1 });
    expect(Object.values(record?.openCases ?? {})).toMatchObject([
      { openedAt: right.time, openedBy: right.id, facts: { about: 'Leak' } },
    ]);
    expect(timeline.items.map(({ event, correctedBy }) => [event.id, correctedBy])).toEqual([
      [wrong.id, right.id],
      [right.id, undefined],
    ]);
  });

  it('takes back more than fits one transaction, when a key is forgotten', async () => {
    const learntkey = derivedId('learnt', 'a text');
    const brought = Array.from({ length: 130 }, (_, number) => ({
      ...received(`K-${number}`, 'Leak', '2025-07-01T09:00:00Z'),
      ...{ id: derivedId('K', number), entryid: undefined, learntkey },
    })).map((event, number) => ({
      ...event,
      data: { ...event.data, complaintReference: `K-${number}` },
    })) as unknown as SystemEvent[];
    for (const event of [...brought.slice(0, 130)]) await commit([event]);
    await commit([right]);
    expect(Object.keys((await stored()).record?.openCases ?? {})).toHaveLength(131);
    await commit(unmatchedEvents(learntkey, brought, now()));
    const { record } = await stored();
    expect(Object.values(record?.openCases ?? {}).map(({ reference }) => reference)).toEqual(['C-1']);
    const cases = (await contents(records)).filter(({ sk }) => String(sk).startsWith('CASE#'));
    expect(cases.filter(({ row }) => (row as { opened?: object }).opened !== undefined)).toHaveLength(1);
  });

  it('leaves the same table behind when it is heard first, and with writers side by side', async () => {
    await commit([wrong]);
    await commit([right]);
    const expected = await withoutCommits();
    records = await newTable('events');
    await commit([right]);
    await commit([wrong, right]);
    expect(await withoutCommits()).toEqual(expected);
    records = await newTable('events');
    const others = Array.from({ length: 6 }, (_, index) =>
      received(`CE-${index + 10}`, 'Stairs', `2025-07-1${index}T09:00:00Z`),
    );
    await Promise.all([wrong, right, ...others].map(event => commit([event], newClient())));
    const { record, timeline } = await stored();
    expect(record?.totals).toMatchObject({ events: 7, complaints: 1 });
    expect(timeline.items.filter(({ correctedBy }) => correctedBy !== undefined)).toHaveLength(1);
    expect(await makeRecordsStore(records).timeline(home)).toHaveLength(8);
  });
});
