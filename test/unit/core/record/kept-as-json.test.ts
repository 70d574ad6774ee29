import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowSchema } from '../../../../functions/core/record/row.ts';
import { liveFlagsSchema, subjectRecordSchema } from '../../../../functions/core/record/subject-record.ts';
import { eventSchema, type SystemEvent, systemEventSchema } from '../../../../schemas/catalogue.ts';
import { acceptedExamples } from '../../../support/accepted-examples.ts';
import { anyEvent } from '../../../support/arbitrary-events.ts';
import { instant } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2026-12-01T12:00:00Z');
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Everything that is kept of some events is what its schema says: nothing beside it, and nothing there as undefined. */
function expectKept(events: readonly SystemEvent[]) {
  const hub = memoryHub();
  hub.hear(events, now);
  for (const subject of new Set(events.flatMap(({ data }) => data.subjects.map(one => one.subject)))) {
    const stored = hub.stored(subject);
    if (stored === undefined) continue;
    const { record, rows, flags } = stored;
    expect({ record, rows, flags }).toStrictEqual(asJson({ record, rows, flags }));
    expect(subjectRecordSchema.parse(record)).toStrictEqual(record);
    expect(liveFlagsSchema.parse(flags)).toStrictEqual(flags);
    for (const row of Object.values(rows)) expect(rowSchema.parse(row)).toStrictEqual(row);
  }
  for (const event of hub.announcements) {
    expect(event).toStrictEqual(asJson(event));
    expect(eventSchema.parse(event)).toStrictEqual(event);
  }
}

const examples = acceptedExamples().flatMap(one => {
  const { success, data } = systemEventSchema.safeParse(one);
  return success ? [[data.type, data] as const] : [];
});

describe('what is kept is JSON of its own schema', () => {
  it.each(examples)('after %s', (_type, event) => {
    expectKept([event]);
  });

  it('after all of them', () => {
    expectKept(examples.map(([, event]) => event));
  });

  it('after anything that systems and officers say', () => {
    const some = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 30, maxLength: 40 });
    fc.assert(fc.property(some, expectKept), { numRuns: 10 });
  });
});
