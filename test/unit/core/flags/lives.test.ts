import { describe, expect, test } from 'vitest';
import { flagsOf } from '../../../../functions/core/flags/derive.ts';
import { isInForce } from '../../../../schemas/flag-life.ts';
import type { FlagDefinition } from '../../../../schemas/flags/definition.ts';
import { type FlagCode, flagDefinitions } from '../../../../schemas/flags.ts';
import { personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { flat4, instant, mrB } from '../../../support/events.ts';
import { lindqvist, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

/** The codes that systems say on a home or a person; those of rules and of tenancies have their own tests. */
const said = (flagDefinitions as readonly FlagDefinition[]).filter(
  ({ derived, hangsOn }) => !derived && hangsOn !== 'tenancy',
);
const entriesOf = (life: FlagDefinition['life'][]) =>
  said
    .filter(entry => life.includes(entry.life))
    .map(({ code, hangsOn }) => ({ code: code as FlagCode, hangsOn }));
const lasting = entriesOf(['state', 'fact']);
const markers = entriesOf(['marker']);

type Code = (typeof lasting)[number];

/** The flag at an instant, for a hub that heard these events when each says, or all of them at once. */
function flagAt(
  { code, hangsOn }: Code,
  at: string,
  events: Parameters<ReturnType<typeof memoryHub>['hear']>[0],
) {
  const hub = memoryHub();
  hub.hear(events, instant('2026-03-01T12:00:00Z'));
  const record = hub.record(hangsOn === 'person' ? personSubject(mrB) : propertySubject(flat4));
  return record && flagsOf(record, instant(at))[code];
}
const sayings = ({ code, hangsOn }: Code) => sayingsOf(code, hangsOn === 'person' ? 'person' : 'home');

describe.each(lasting)('$code, which is so until it is reversed', entry => {
  const flag = sayings(entry);
  const began = flag.asserts('tenancy', '2026-01-10T10:00:00Z');

  test.each(['2026-12-31T12:00:00Z', '2028-01-10T12:00:00Z', '2036-01-01T12:00:00Z'])(
    'is in force on %s, though nobody ever reviewed it, and overdue at the end',
    at => {
      const found = flagAt(entry, at, [began]);
      expect(found && isInForce(found)).toBe(true);
      if (at > '2028-01-11') expect(found?.state).toBe('review-overdue');
    },
  );

  test('is in force when the hub first hears of it years later', () => {
    const old = flag.asserts('tenancy', '2023-05-02T10:00:00Z');
    expect(flagAt(entry, '2026-03-01T12:00:00Z', [old])).toMatchObject({ since: old.time });
    const found = flagAt(entry, '2026-03-01T12:00:00Z', [old]);
    expect(found && isInForce(found)).toBe(true);
  });

  test('is not due for review while it is said every night', () => {
    const nights = Array.from({ length: 40 }, (_, night) =>
      flag.asserts('tenancy', new Date(Date.UTC(2026, 0, 10 + night, 3)).toISOString()),
    );
    expect(flagAt(entry, '2026-02-19T12:00:00Z', [began, ...nights])?.state).toBe('active');
  });

  test('is overdue no more once it was reviewed', () => {
    const reviewed = flag.reviews(lindqvist, '2029-01-01T10:00:00Z', '2029-01-08');
    expect(flagAt(entry, '2029-01-02T10:00:00Z', [began, reviewed])?.state).toBe('active');
    expect(flagAt(entry, '2029-01-09T10:00:00Z', [began, reviewed])?.state).toBe('review-due');
  });

  test('is gone when it is taken back, however old', () => {
    const reversed = flag.withdraws('tenancy', '2026-02-01T10:00:00Z');
    expect(flagAt(entry, '2026-02-01T10:00:01Z', [began, reversed])).toBeUndefined();
  });
});

describe.each(markers)('$code, which is about a person', entry => {
  const flag = sayings(entry);
  const began = flag.asserts('tenancy', '2026-01-10T10:00:00Z');

  test('is due for review, and suspended when nobody confirmed it', () => {
    expect(flagAt(entry, '2026-01-11T12:00:00Z', [began])?.state).toBe('active');
    expect(flagAt(entry, '2028-01-11T12:00:00Z', [began])?.state).toBe('suspended');
  });

  test('stays in force while somebody says so', () => {
    const again = flag.asserts('tenancy', '2027-12-31T10:00:00Z');
    const found = flagAt(entry, '2028-01-11T12:00:00Z', [began, again]);
    expect(found && isInForce(found)).toBe(true);
  });
});

test('every code has a life, and only what is about a person ends by date', () => {
  const personal = new Set(['staff-safety', 'adjustment', 'access']);
  for (const { code, life, family } of flagDefinitions as readonly FlagDefinition[]) {
    if (life === 'marker') expect(personal, code).toContain(family);
  }
});
