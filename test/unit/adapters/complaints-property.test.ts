import fc from 'fast-check';
import { expect, it } from 'vitest';
import { adapter } from '../../../functions/adapters/complaints/adapter.ts';
import { decisions, hazardOutcomes, hazards } from '../../../functions/adapters/complaints/words.ts';
import { faultsOf } from '../../support/drafts.ts';
import { runs } from '../../support/effort.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 220 });
const day = fc.constantFrom('2025-07-21', '2024-02-29', '2025-02-29', '9999-12-31');
const moment = fc.oneof(day, fc.constantFrom('2025-10-29T10:15:00.1234567Z', '2025-10-26 01:30', 'soon'));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const events = [
  'received',
  'acknowledged',
  'extended',
  'responded',
  'escalated',
  'promiseKept',
  'ombudsmanNotified',
  'closed',
  'dissatisfaction',
  'hazardMentioned',
  'hazardWorksStarted',
  'hazardClosed',
  'enteredInError',
];
const entry = fc.record({
  entryId: text,
  corrects: maybe(text),
  recordedAt: moment,
  event: fc.constantFrom(...events),
  caseReference: text,
  address: maybe(text),
  uprn: maybe(fc.constantFrom('200000471104', '000010008123')),
  stage: fc.constantFrom(1, 2),
  until: day,
  reason: text,
  about: maybe(text),
  detail: fc.oneof(text, fc.string({ minLength: 3_990, maxLength: 4_010 })),
  decision: fc.constantFrom(...Object.keys(decisions)),
  outcome: fc.constantFrom(...Object.keys(hazardOutcomes)),
  promises: maybe(fc.array(fc.record({ reference: text, promise: text, dueOn: day }), { maxLength: 3 })),
  promiseReference: text,
  evidence: maybe(text),
  ombudsmanReference: text,
  hazard: fc.constantFrom(...Object.keys(hazards)),
  room: maybe(text),
});

it('makes events of the shared language of whatever the case system’s own shape accepts; it never throws', () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(entry, candidate => {
      const parsed = adapter.itemSchema.safeParse(candidate);
      if (!parsed.success) return;
      const result = adapter.inbound(parsed.data);
      if (!result.ok) {
        expect(result.problems).toHaveLength(1);
        return;
      }
      accepted.add(candidate.event);
      expect(result.events.flatMap(faultsOf)).toEqual([]);
    }),
    { numRuns: runs(3_000) },
  );
  expect([...accepted].toSorted(), 'every kind of entry was tried').toEqual(events.toSorted());
});

it('never throws on what is no entry at all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), document => {
      for (const item of adapter.itemsOf(document)) adapter.itemSchema.safeParse(item);
    }),
  );
});
