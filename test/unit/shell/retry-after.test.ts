import { expect, it } from 'vitest';
import { retryAfter } from '../../../functions/shell/retry-after.ts';
import { instant } from '../../support/events.ts';

const at = instant('2025-06-02T08:00:00Z');

it.each([
  ['120', '2025-06-02T08:02:00.000Z'],
  [' 0 ', '2025-06-02T08:00:00.000Z'],
  ['Mon, 02 Jun 2025 08:05:30 GMT', '2025-06-02T08:05:30.000Z'],
])('%j means %s', (header, expected) => {
  expect(retryAfter(header, at)).toBe(expected);
});

it.each([
  ['a date that is over', 'Mon, 02 Jun 2025 07:00:00 GMT', '2025-06-02T08:00:00.000Z'],
  ['a day in seconds', '86400', '2025-06-02T09:00:00.000Z'],
  ['a number beyond all dates', '9'.repeat(400), '2025-06-02T09:00:00.000Z'],
  ['a date in next year', 'Tue, 02 Jun 2026 08:00:00 GMT', '2025-06-02T09:00:00.000Z'],
])('%s is bounded: from now to an hour', (_what, header, expected) => {
  expect(retryAfter(header, at)).toBe(expected);
});

it.each([null, '', 'soon', '-5', '1.5', '2025-06-02T08:05:00Z', 'Mon, 99 Jun 2025 08:05:30 GMT'])(
  '%j says nothing',
  header => {
    expect(retryAfter(header, at)).toBeUndefined();
  },
);
