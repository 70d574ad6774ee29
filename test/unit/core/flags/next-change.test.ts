import { expect, it } from 'vitest';
import { nextChangeOf } from '../../../../functions/core/flags/next-change.ts';
import type { HeldFlag } from '../../../../functions/core/record/subject-record.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import type { CalendarDate, SystemName } from '../../../../schemas/reference.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { instant, mrB } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const now = instant('2026-03-01T09:00:00Z');
const stamp = (at: string) => ({ at: instant(at), rank: 0, id: at });
/** What the tenancy system said: of `asbestos`, to be reviewed on a day of its own. */
const held = (code: FlagCode, at: string, reviewDue?: string): HeldFlag => ({
  code,
  system: 'tenancy' as SystemName,
  since: stamp(at),
  last: stamp(at),
  ...(reviewDue === undefined ? {} : { reviewDue: reviewDue as CalendarDate }),
});
const leak = (at: string) => ({ ...stamp(at), leakReference: at, part: 'source' as const });

it('is nothing for a record of which nothing stands', () => {
  expect(nextChangeOf(recordWith({}), now)).toBeUndefined();
});

it('is the next day of review of any flag, from its beginning in London', () => {
  const heldFlags = {
    later: held('asbestos', '2026-02-01T09:00:00Z', '2026-06-01'),
    sooner: held('do-not-visit-alone', '2026-02-01T09:00:00Z', '2026-04-01'),
  };
  expect(nextChangeOf(recordWith({ heldFlags }), now)).toBe('2026-03-31T23:00:00.000Z');
  expect(nextChangeOf(recordWith({ heldFlags }), instant('2026-03-31T23:00:00Z'))).toBe(
    '2026-05-31T23:00:00.000Z',
  );
});

it('is the end of the maximum life once the review is due, and nothing after that', () => {
  const heldFlags = { marker: held('do-not-visit-alone', '2025-06-01T09:00:00Z') };
  const record = { ...recordWith({ heldFlags }), subject: personSubject(mrB) };
  expect(nextChangeOf(record, now)).toBe('2026-05-31T23:00:00.000Z');
  expect(nextChangeOf(record, instant('2026-05-31T23:00:00Z'))).toBeUndefined();
});

it('is the day up to which an officer has overridden a rule', () => {
  const cleared = {
    ...stamp('2026-02-20T09:00:00Z'),
    value: { by: lindqvist, until: '2026-03-10' as CalendarDate },
  };
  const record = recordWith({
    openCases: openCases(['leak', 'L-1', '2026-02-19T09:00:00Z']),
    decisions: { 'active-leak': { decided: { cleared }, denied: {} } },
  });
  expect(nextChangeOf(record, now)).toBe('2026-03-10T00:00:00.000Z');
});

it('is when an event leaves the window of a rule, which looks at homes alone', () => {
  const leaks = [leak('2025-04-01T09:00:00Z'), leak('2025-05-01T09:00:00Z')];
  const cleared = {
    ...stamp('2026-02-20T09:00:00Z'),
    value: { by: lindqvist, until: '2027-01-01' as CalendarDate },
  };
  const decisions = { 'recurrent-leak': { decided: { cleared }, denied: {} } };
  expect(nextChangeOf(recordWith({ leaks, decisions }), now)).toBe('2026-04-01T09:00:00.001Z');
  expect(nextChangeOf({ ...recordWith({ leaks }), subject: personSubject(mrB) }, now)).toBeUndefined();
});

it('waits for nothing that a standing flag of a rule has behind it', () => {
  const record = recordWith({ openCases: openCases(['leak', 'L-1', '2025-02-19T09:00:00Z']) });
  expect(nextChangeOf(record, now)).toBeUndefined();
});
