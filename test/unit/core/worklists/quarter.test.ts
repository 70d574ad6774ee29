import { expect, test } from 'vitest';
import { quarterOf } from '../../../../functions/core/worklists/quarter.ts';
import { instant } from '../../../support/events.ts';

test.each([
  ['2025-01-01T00:00:00Z', '2025-01-01', '2025-03-31'],
  ['2025-03-31T22:59:59Z', '2025-01-01', '2025-03-31'],
  ['2025-03-31T23:00:00Z', '2025-04-01', '2025-06-30'],
  ['2025-08-15T12:00:00Z', '2025-07-01', '2025-09-30'],
  ['2025-12-31T23:59:59Z', '2025-10-01', '2025-12-31'],
  ['2024-02-29T12:00:00Z', '2024-01-01', '2024-03-31'],
])('%s is in the quarter from %s to %s, by the clock of London', (at, from, to) => {
  expect(quarterOf(instant(at))).toEqual({ from, to });
});
