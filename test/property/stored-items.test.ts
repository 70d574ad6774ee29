import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldEvents } from '../../functions/core/record/fold.ts';
import { touchOf } from '../../functions/core/record/rows.ts';
import { readItem } from '../../functions/shell/tables/read-item.ts';
import {
  correctionItemSchema,
  historyItemSchema,
  recordItemSchema,
  rowItemSchema,
  timelineItemSchema,
} from '../../functions/shell/tables/records/items.ts';
import { inClear } from '../../functions/shell/tables/records/packed.ts';
import { subjectActions } from '../../functions/shell/tables/records/record-transaction.ts';
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
  CORRECTED: correctionItemSchema,
  EVENT: timelineItemSchema,
  HISTORY: historyItemSchema,
} as const;

/** What one commit of these events writes, as DynamoDB gives it back. */
function itemsOf(subject: Subject, events: readonly SystemEvent[]): Record<string, unknown>[] {
  const before = { subject, version: 0, record: undefined, flags: {}, rows: {} };
  const after = foldEvents(before, events, at);
  return subjectActions('records', { before, after, events, at }).map(({ Put }) =>
    unmarshall(marshall(Put?.Item ?? {}, { removeUndefinedValues: true })),
  );
}

it('whatever a commit writes is read as it was written, in its order', () => {
  const met = new Set<string>();
  const anyEvents = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(anyEvents, events => {
      const subjects = new Set(events.flatMap(({ data }) => data.subjects.map(({ subject }) => subject)));
      for (const subject of subjects) {
        const own = events.filter(event => touchOf(event, subject) !== undefined);
        for (const item of itemsOf(subject, own)) {
          const kind = String(item['sk']).split('#')[0] ?? '';
          const schema = schemas[kind as keyof typeof schemas];
          if (schema === undefined) continue;
          met.add(kind);
          const [read, before] = [readItem('records', schema, item), inClear(item)];
          for (const [name, value] of Object.entries(read))
            expect(JSON.stringify(value)).toBe(JSON.stringify(before[name]));
        }
      }
    }),
    { numRuns: runs(200) },
  );
  expect([...met].sort()).toEqual(Object.keys(schemas).sort());
});
