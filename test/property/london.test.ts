import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { happenedAtBritish, happenedAtIso, inBritish } from '../../functions/adapters/kit/happened-at.ts';
import { daysAfter, daysBetween, quarterOf, startOf } from '../../functions/core/time/instants.ts';
import { aheadInLondon, inLondon, momentInLondon } from '../../schemas/london.ts';
import { dateSchema, instantOf } from '../../schemas/reference.ts';
import { runs } from '../support/effort.ts';

// What London's calendar and clock say is compared with Temporal, which has it from the database of time zones.
const zone = 'Europe/London';
const hour = 3_600_000;
const there = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone);
const times = { numRuns: runs(2_000) };

/** Where every clock was asked: the years of everything that the hub hears of, and some that it may. */
const moments = fc.integer({ min: Date.UTC(1840, 0, 1), max: Date.UTC(2200, 0, 1) });
const lifetimes = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2060, 11, 31) });
/** Around the hours at which clocks change, or might. */
const changes = fc
  .tuple(
    fc.integer({ min: 1916, max: 2060 }),
    fc.constantFrom(1, 2, 3, 9, 10),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: -2, max: 4 }),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([year, month, date, at, beside]) => Date.UTC(year, month, date, at) + beside);
const any = fc.oneof(moments, lifetimes, changes);

test('a clock in London is as far ahead as the database of time zones says', () => {
  fc.assert(
    fc.property(any, moment => {
      expect(aheadInLondon(moment)).toBe(there(moment).offsetNanoseconds / 1e6);
    }),
    { numRuns: runs(5_000) },
  );
});

test('it is so at every change of a clock from 1970 to 2060, and beside it', () => {
  const found: number[] = [];
  let next = there(Date.UTC(1970, 0, 1)).getTimeZoneTransition('next');
  while (next !== null && next.year <= 2060) {
    found.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  expect(found).toHaveLength(179);
  for (const moment of found.flatMap(at => [at - hour, at - 1, at, at + 1, at + hour]))
    expect(aheadInLondon(moment)).toBe(there(moment).offsetNanoseconds / 1e6);
});

test('calendar and clock show what Temporal shows, and lead back to the moment', () => {
  fc.assert(
    fc.property(any, moment => {
      const { date, time } = inLondon(moment);
      const local = there(moment).toPlainDateTime();
      expect(`${date}T${time}`).toBe(local.toString({ smallestUnit: 'millisecond' }));
      expect(momentInLondon(date, time)).toBe(local.toZonedDateTime(zone).epochMilliseconds);
      expect(momentInLondon(date)).toBe(local.toPlainDate().toZonedDateTime(zone).epochMilliseconds);
    }),
    times,
  );
});

test('days are counted, begin and stand in quarters as Temporal has them', () => {
  fc.assert(
    fc.property(lifetimes, lifetimes, fc.integer({ min: -40_000, max: 40_000 }), (one, other, days) => {
      const [from, to] = [there(one).toPlainDate(), there(other).toPlainDate()];
      const [at, then] = [instantOf(one), instantOf(other)];
      expect(daysBetween(at, then)).toBe(from.until(to).days);
      expect(daysAfter(at, days)).toBe(from.add({ days }).toString());
      const start = startOf(dateSchema.parse(from.toString()));
      expect(start).toBe(instantOf(from.toZonedDateTime(zone).epochMilliseconds));
      const quarter = from.with({ month: from.month - ((from.month - 1) % 3), day: 1 });
      const last = quarter.add({ months: 3 }).subtract({ days: 1 });
      expect(quarterOf(at)).toEqual({ from: quarter.toString(), to: last.toString() });
    }),
    times,
  );
});

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(number => String(number).padStart(2, '0'));
const isoDates = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), two(0, 13), two(0, 32))
  .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`);
const clocks = fc
  .tuple(two(0, 25), two(0, 61), fc.option(two(0, 61)), fc.option(fc.stringMatching(/^\d{1,9}$/)))
  .map(([hours, minutes, seconds, part]) => {
    if (seconds === null) return `${hours}:${minutes}`;
    return `${hours}:${minutes}:${seconds}${part === null ? '' : `.${part}`}`;
  });
const offsets = fc.oneof(fc.constant('Z'), fc.stringMatching(/^[+-][012]\d:?[0-6]\d$/));

test('a text is the time that Temporal reads in it, or none where Temporal finds none', () => {
  fc.assert(
    fc.property(isoDates, fc.option(clocks), fc.option(offsets), (date, clock, offset) => {
      const text = `${date}${clock === null ? '' : `T${clock}${offset ?? ''}`}`;
      const happened = happenedAtIso(text);
      if (happened === undefined && noDate.has(date)) return;
      expect(happened?.at, text).toBe(read(text, offset !== null && clock !== null));
    }),
    { numRuns: runs(5_000) },
  );
});

/** What stands for no date is none, whatever Temporal reads in it: a test of its own has them. */
const noDate = new Set(['0001-01-01', '1753-01-01', '1899-12-30', '1899-12-31', '1900-01-01', '9999-12-31']);

function read(text: string, hasOffset: boolean): string | undefined {
  try {
    const moment = hasOffset
      ? Temporal.Instant.from(text).epochMilliseconds
      : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds;
    return instantOf(moment);
  } catch {
    return undefined;
  }
}

test('what is shown as the British write it is read as the same second', () => {
  fc.assert(
    fc.property(lifetimes, moment => {
      const happened = {
        at: instantOf(moment - (((moment % 1000) + 1000) % 1000)),
        basis: 'london-assumed',
      } as const;
      const local = there(Date.parse(happened.at)).toPlainDateTime();
      const again = local.toZonedDateTime(zone).epochMilliseconds;
      expect(happenedAtBritish(inBritish(happened))?.at).toBe(instantOf(again));
    }),
    times,
  );
});
