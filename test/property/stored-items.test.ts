import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldEvents } from '../../functions/core/record/fold.ts';
import { touchOf } from '../../functions/core/record/rows.ts';
import { readItem } from '../../functions/shell/tables/read-item.ts';
import {
  committedRecordSchema,
  correctionItemSchema,
  historyItemSchema,
  recordItemSchema,
  rowItemSchema,
  timelineItemSchema,
} from '../../functions/shell/tables/records/items.ts';
import { inClear } from '../../functions/shell/tables/records/packed.ts';
import { subjectActions } from '../../functions/shell/tables/records/record-transaction.ts';
import { recordApart } from '../../functions/shell/tables/records/rows-in-record.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Subject } from '../../schemas/reference.ts';
import { anyEvent } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { instant } from '../support/events.ts';

const at = instant('2025-07-01T12:00:00Z');
const schemas = {
  RECORD: recordItemSchema,
  CASE: rowItemSchema,
  FLAG: rowItemSchema,
  DECISIONS: rowItemSchema,
  OCCURRENCES: rowItemSchema,
  CORRECTED: correctionItemSchema,
  EVENT: timelineItemSchema,
  HISTORY: historyItemSchema,
} as const;

/** What one commit of these events writes, with its rows in the record and not, as DynamoDB gives it back. */
function itemsOf(subject: Subject, events: readonly SystemEvent[]): Record<string, unknown>[] {
  const before = { subject, version: 0, record: undefined, flags: {}, rows: {}, rowsInRecord: {} };
  const after = foldEvents(before, events, at);
  const actions = [false, true].flatMap(isCrowded =>
    subjectActions('records', { before, after, events, at }, [], isCrowded),
  );
  return actions.map(({ Put }) => unmarshall(marshall(Put?.Item ?? {}, { removeUndefinedValues: true })));
}

/** Reads an item by its schema: each value is as it was written. @returns the kinds of what was read */
function readAsWritten(item: Record<string, unknown>): string[] {
  const kind = String(item['sk']).split('#')[0] ?? '';
  const schema = schemas[kind as keyof typeof schemas];
  if (schema === undefined) return [];
  const written = inClear(item);
  const { record, rows } = recordApart(written);
  const expected = kind === 'RECORD' ? { ...written, record } : written;
  for (const [name, value] of Object.entries(readItem('records', schema, item)))
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected[name]));
  if (kind !== 'RECORD') return [kind];
  const over = readItem('records', committedRecordSchema, item).record;
  expect(JSON.stringify(over)).toBe(JSON.stringify({ record, rows }));
  return [kind, ...Object.keys(rows).map(key => `${key.split('#')[0]} in RECORD`)];
}

it('whatever a commit writes is read as it was written, in its order', () => {
  const met = new Set<string>();
  const anyEvents = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(anyEvents, events => {
      const subjects = new Set(events.flatMap(({ data }) => data.subjects.map(({ subject }) => subject)));
      for (const subject of subjects) {
        const own = events.filter(event => touchOf(event, subject) !== undefined);
        for (const kind of itemsOf(subject, own).flatMap(readAsWritten)) met.add(kind);
      }
    }),
    { numRuns: runs(200) },
  );
  const lying = ['CASE', 'DECISIONS', 'FLAG', 'OCCURRENCES'].map(kind => `${kind} in RECORD`);
  expect([...met].sort()).toEqual([...Object.keys(schemas), ...lying].sort());
});
