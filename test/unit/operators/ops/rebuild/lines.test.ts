import { expect, it } from 'vitest';
import { rebuild } from '../../../../../functions/core/record/rebuild.ts';
import { differenceLines, flagLines } from '../../../../../functions/operators/ops/rebuild/lines.ts';
import { type LocalReference, personSubject, propertySubject } from '../../../../../schemas/reference.ts';
import { eventOf, flat4, instant, mrsA } from '../../../../support/events.ts';

const now = instant('2025-06-20T10:00:00Z');
const leak = eventOf({
  type: 'housing.leak.reported.v1',
  at: '2025-06-02T07:40:00Z',
  home: flat4,
  data: { leakReference: 'L-1' as LocalReference },
});

it('shows numbers, instants and ids, and of texts only how long they are', () => {
  const details = eventOf({
    type: 'housing.person.details-recorded.v1',
    at: '2025-06-02T07:40:00Z',
    system: 'tenancy',
    persons: [mrsA],
    data: { person: mrsA, name: 'Avery Example' },
  });
  const subject = personSubject(mrsA);
  const stored = { subject, version: 1, flags: {}, rows: {}, record: undefined };
  const right = rebuild(stored, [details], now);
  const record = { ...right.record, totals: { ...right.record.totals, events: 7 } };
  const wrong = { ...record, details: { ...right.record.details, at: 'x', value: { name: 'Robin' } } };
  const rebuilt = rebuild({ ...stored, record: wrong }, [details], now);
  expect(differenceLines(rebuilt, false)).toEqual([
    '  record.details.at: a text of 1 characters is stored, the events say "2025-06-02T07:40:00.000Z"',
    '  record.details.value.name: a text of 5 characters is stored, the events say a text of 13 characters',
    '  record.totals.events: 7 is stored, the events say 1',
  ]);
  expect(differenceLines(rebuilt, true)).toContain(
    '  record.details.value.name: "Robin" is stored, the events say "Avery Example"',
  );
});

it('shows as many places as fit a screen', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`CASE#${index}`, { row: 'case' }]),
  );
  const stored = { subject: propertySubject(flat4), version: 1, flags: {}, record: undefined, rows };
  const lines = differenceLines(rebuild(stored, [leak], now), false);
  expect(lines).toHaveLength(41);
  expect(lines.at(-1)).toMatch(/^ {2}and \d\d places more$/);
});

it('names the flags that nobody was told of', () => {
  const stored = { subject: propertySubject(flat4), version: 1, flags: {}, record: undefined, rows: {} };
  expect(flagLines(rebuild(stored, [leak], now))).toEqual([
    '  flag active-leak: the next event about property/200000471104 will announce it as raised',
  ]);
});
