import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rebuild } from '../../functions/core/record/rebuild.ts';
import { chunksOf } from '../../functions/shell/chunks.ts';
import { makeReadClear } from '../../functions/shell/tables/records/clear-items.ts';
import { recordKey } from '../../functions/shell/tables/records/keys.ts';
import { inClear } from '../../functions/shell/tables/records/packed.ts';
import { recordApart } from '../../functions/shell/tables/records/rows-in-record.ts';
import { makeShadows } from '../../functions/shell/tables/records/shadow-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import { makeWholeSubjects } from '../../functions/shell/tables/records/whole-subjects.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject, type Subject } from '../../schemas/reference.ts';
import { anyEvent } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { memoryRecords } from '../support/memory-records.ts';
import { movingOn } from '../support/moving.ts';

const at = instant('2025-09-01T12:00:00Z');

/** Of so many cases of one home that they do not all fit its record, in any order. */
const anyOfCases = fc
  .record({ number: fc.integer({ min: 1, max: 60 }), day: fc.integer({ min: 10, max: 28 }) })
  .map(({ number, day }) =>
    eventOf({
      type: 'housing.complaint.received.v1',
      ...{ at: `2025-06-${day}T09:30:00Z`, home: flat4, system: 'complaints' },
      vendorEventId: `C-${number}-${day}`,
      data: { complaintReference: `C-${number}` as LocalReference, about: `Noise, for the ${number}th time` },
    }),
  );
const once = <T extends fc.Arbitrary<SystemEvent>>(one: T, minLength: number, maxLength: number) =>
  fc.uniqueArray(one, { selector: ({ id }) => id, minLength, maxLength });
const anyBatches = fc
  .tuple(once(anyOfCases, 50, 60), fc.array(once(anyEvent, 1, 12), { maxLength: 5 }))
  .map(([cases, others]) => [...chunksOf(cases, 8), ...others]);

function tableThatHears() {
  const table = memoryRecords();
  const whole = makeWholeSubjects(table);
  const { hear } = movingOn(table);
  const stored = async (subject: Subject) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.tableName, Key: recordKey(subject), ConsistentRead: true }),
    );
    return Item;
  };
  return { table, hear, stored, whole };
}

describe('rows that lie in the record, whichever, whatever was heard in whatever batches', () => {
  it('are what the events say, wherever they lie, for everybody who reads them', async () => {
    let [inside, outside] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyBatches, async batches => {
        const { table, hear, whole } = tableThatHears();
        for (const batch of batches) await hear(batch);
        const subjects = new Set(batches.flat().flatMap(({ data }) => data.subjects.map(one => one.subject)));
        for (const subject of subjects) {
          const read = await whole.read(subject);
          if (read.storedVersion === undefined) continue;
          const { rows, differences } = rebuild(read, read.timeline, at);
          expect(differences).toEqual([]);
          inside += read.inRecord.length;
          outside += Object.keys(rows).length - read.inRecord.length;
          const asked = await makeSubjectReader(table).rows(subject, Object.keys(rows));
          const inOrder = (all: readonly unknown[]) => all.map(one => JSON.stringify(one)).toSorted();
          expect(inOrder(asked)).toEqual(inOrder(Object.values(read.rows)));
          const shown = await makeReadClear(table)(subject, '');
          const ofRows = shown.filter(({ row }) => row !== undefined);
          expect(Object.fromEntries(ofRows.map(({ sk, row }) => [sk, row]))).toEqual(read.rows);
          expect(ofRows).toHaveLength(Object.keys(rows).length);
        }
      }),
      { numRuns: runs(10) },
    );
    expect(Math.min(inside, outside)).toBeGreaterThan(20);
  });

  it('are put right by a swap, whatever became of the record', async () => {
    const damages = [
      {},
      { rows: 'rubbish' },
      { rows: { 'CASE#complaint#complaints#NONE': { row: 'case' } } },
    ];
    const cases = fc.tuple(once(anyOfCases, 1, 30), fc.constantFrom(...damages), anyBatches);
    await fc.assert(
      fc.asyncProperty(cases, async ([events, damage, later]) => {
        const { table, hear, stored, whole } = tableThatHears();
        const home = propertySubject(flat4);
        await hear(events);
        const item = inClear((await stored(home)) ?? {});
        const { record } = recordApart(item);
        const Item = { ...item, record: { ...(record as object), ...damage } };
        await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
        const damaged = await whole.read(home);
        const rebuilt = rebuild(damaged, damaged.timeline, at);
        const swap = { whole: damaged, rebuilt, announces: false, at };
        expect(await makeShadows(table).swap(swap)).toBe(true);
        for (const batch of later) await hear(batch);
        const after = await whole.read(home);
        expect(rebuild(after, after.timeline, at).differences).toEqual([]);
      }),
      { numRuns: runs(8) },
    );
  });
});
