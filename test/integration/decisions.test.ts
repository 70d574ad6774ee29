import { beforeEach, describe, expect, it } from 'vitest';
import { happenedKey } from '../../functions/core/record/timeline.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import { makeKeep } from '../../functions/shell/tables/quarantine/quarantine-store.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { personSubject } from '../../schemas/reference.ts';
import { instant, mrB } from '../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../support/flag-sayings.ts';
import { contents, newTable, publishedIn } from './support/tables.ts';

const person = personSubject(mrB);
const flag = sayingsOf('do-not-visit-alone');
const code = 'do-not-visit-alone';
const now = () => instant('2025-10-10T10:00:00Z');

describe('what an officer says', () => {
  let records: EventsTable;
  let quarantine: Table;
  beforeEach(async () => {
    [records, quarantine] = await Promise.all([newTable('events'), newTable()]);
  });
  const commit = (events: readonly SystemEvent[]) =>
    makeCommit({
      store: makeRecordsStore(records),
      keep: makeKeep(quarantine),
      now,
      pause: () => Promise.resolve(),
    })([person], events);
  const items = async (prefix: string) =>
    (await contents(records)).filter(({ sk }) => String(sk).startsWith(prefix));

  it('is published with what follows from it, in this order, and known when it comes back', async () => {
    const raised = flag.raises(okafor, '2025-10-06T10:00:00Z');
    await commit([raised]);
    const before = await contents(records);
    const [published] = publishedIn(before);
    expect(published).toMatchObject([raised, { type: 'housing.flag.raised.v1', causationid: raised.id }]);
    await commit([raised]);
    expect(await contents(records)).toEqual(before);
    expect(await contents(quarantine)).toEqual([]);
  });

  it('is published even where nothing follows from it for anybody else', async () => {
    const proposed = flag.raises(hale, '2025-10-06T10:00:00Z');
    await commit([proposed]);
    expect(publishedIn(await contents(records))).toEqual([[proposed]]);
    expect((await items('RECORD'))[0]?.['flags']).toMatchObject({ [code]: { state: 'proposed' } });
  });

  it('is kept with the flag as it was before and as it was afterwards', async () => {
    const [raised, approved] = [
      flag.raises(okafor, '2025-10-06T10:00:00Z'),
      flag.approves(lindqvist, '2025-10-07T10:00:00Z'),
    ];
    await commit([raised]);
    await commit([approved]);
    await commit([flag.clears(lindqvist, '2025-10-08T10:00:00Z')]);
    const changes = (await items(`HISTORY#${code}#`)).map(
      ({ entry }) => (entry as { change: object }).change,
    );
    expect(changes).toMatchObject([
      { version: 1, events: [raised.id], after: { state: 'pending-approval', version: 1 } },
      {
        ...{ version: 2, events: [approved.id] },
        before: { state: 'pending-approval', version: 1 },
        after: { state: 'active', version: 2 },
      },
      { version: 3, before: { state: 'active', version: 2 }, reason: 'decided' },
    ]);
    expect(changes[0]).not.toHaveProperty('before');
    expect(changes[2]).not.toHaveProperty('after');
    expect((await items(`EVENT#${happenedKey(approved)}`))[0]).toMatchObject({ version: 2 });
  });

  it('takes back, once for all, what systems said whose rows it does not read', async () => {
    await commit([
      flag.asserts('tenancy', '2025-10-06T10:00:00Z', 'A-1'),
      flag.asserts('repairs', '2025-10-06T11:00:00Z', 'R-1'),
    ]);
    await commit([flag.clears(lindqvist, '2025-10-07T10:00:00Z')]);
    await commit([flag.withdraws('tenancy', '2025-10-08T10:00:00Z', 'A-1')]);
    const [record] = await items('RECORD');
    expect(record).toMatchObject({ flags: {}, record: { heldFlags: {}, decisions: {} } });
    await commit([flag.asserts('repairs', '2025-10-09T10:00:00Z', 'R-1')]);
    expect((await items('RECORD'))[0]?.['flags']).toMatchObject({
      [code]: { state: 'active', sources: ['repairs'], since: '2025-10-09T10:00:00.000Z' },
    });
  });
});
