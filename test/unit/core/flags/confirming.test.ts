import { expect, it } from 'vitest';
import { confirmAgainAt } from '../../../../functions/core/flags/confirming.ts';
import { daysBetween } from '../../../../functions/core/time/instants.ts';
import { flagDefinitions } from '../../../../schemas/flags.ts';
import { instant } from '../../../support/events.ts';

const night = instant('2026-02-02T02:00:00Z');

it.each(flagDefinitions.map(({ code, reviewDays, maximumDays }) => ({ code, reviewDays, maximumDays })))(
  '$code is confirmed well before its review is due, and never twice in a night',
  ({ code, reviewDays, maximumDays }) => {
    const again = confirmAgainAt([code], night);
    if (again === undefined) throw new Error(`${code} is never confirmed`);
    const days = daysBetween(night, again);
    expect(days).toBeGreaterThanOrEqual(1);
    expect(days).toBeLessThan(reviewDays);
    expect(days).toBeLessThanOrEqual(Math.max(1, maximumDays / 12));
  },
);

it('a row is confirmed as often as the flag that needs it most, and a row without flags never', () => {
  expect(confirmAgainAt(['asbestos', 'newly-fled'], night)).toBe(confirmAgainAt(['newly-fled'], night));
  expect(confirmAgainAt(['newly-fled', 'asbestos'], night)).toBe(confirmAgainAt(['newly-fled'], night));
  expect(confirmAgainAt(['newly-fled'], night)).not.toBe(confirmAgainAt(['asbestos'], night));
  expect(confirmAgainAt([], night)).toBeUndefined();
});
