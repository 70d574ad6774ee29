import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { happenedAtBritish, happenedAtIso } from '../../../../functions/adapters/kit/happened-at.ts';
import { runs } from '../../../support/effort.ts';

describe('an ISO 8601 time', () => {
  test.each([
    ['2025-06-02T08:40:00Z', '2025-06-02T08:40:00.000Z', 'offset'],
    ['2025-06-02T08:40:00+01:00', '2025-06-02T07:40:00.000Z', 'offset'],
    ['2025-06-02T08:40:00+0100', '2025-06-02T07:40:00.000Z', 'offset'],
    ['2025-06-02T08:40:00-05:30', '2025-06-02T14:10:00.000Z', 'offset'],
    ['2025-06-02T08:40:00.1234567Z', '2025-06-02T08:40:00.123Z', 'offset'],
    ['2025-06-02T08:40:00.1234567', '2025-06-02T07:40:00.123Z', 'london-assumed'],
    ['2025-06-02T08:40', '2025-06-02T07:40:00.000Z', 'london-assumed'],
    ['2025-12-02 08:40:15', '2025-12-02T08:40:15.000Z', 'london-assumed'],
    ['2025-06-02', '2025-06-01T23:00:00.000Z', 'date-only'],
    ['2025-12-02', '2025-12-02T00:00:00.000Z', 'date-only'],
    ['  2024-02-29  ', '2024-02-29T00:00:00.000Z', 'date-only'],
  ])('%s is %s, %s', (text, at, basis) => {
    expect(happenedAtIso(text)).toEqual({ at, basis });
  });

  test.each([
    '2025-02-29',
    '2025-06-31T08:00:00Z',
    '2025-06-31T08:00',
    '2025-13-01',
    '2025-06-02T24:01',
    '2025-06-02T25:00:00Z',
    '2025-06-02T08:40:00+25:00',
    '02/06/2025',
    '2025-6-2',
    '20250602',
    'yesterday',
    '',
  ])('%o is none', text => {
    expect(happenedAtIso(text)).toBeUndefined();
  });
});

describe('a British date', () => {
  test.each([
    ['2/6/2025', '2025-06-01T23:00:00.000Z', 'date-only'],
    ['02/06/2025 08:40', '2025-06-02T07:40:00.000Z', 'london-assumed'],
    ['02-06-2025 8:40', '2025-06-02T07:40:00.000Z', 'london-assumed'],
    ['11.2.2025 23:59:58', '2025-02-11T23:59:58.000Z', 'london-assumed'],
    ['45810', '2025-06-01T23:00:00.000Z', 'date-only'],
    ['45810 08:40', '2025-06-02T07:40:00.000Z', 'london-assumed'],
    ['45810.3611111111', '2025-06-02T07:40:00.000Z', 'london-assumed'],
  ])('%s is %s, %s: the day comes first', (text, at, basis) => {
    expect(happenedAtBritish(text)).toEqual({ at, basis });
  });

  test.each([
    '31/06/2025',
    '29/02/2025',
    '06/13/2025',
    '0/6/2025',
    '2/6/25',
    '02/06/2025 24:30',
    '2025-13-02',
    '02-06-25',
    '',
  ])('%o is none', text => {
    expect(happenedAtBritish(text)).toBeUndefined();
  });
});

describe('the nights on which the clocks change in London', () => {
  it('reads an hour that does not exist as the hour after', () => {
    expect(happenedAtIso('2025-03-30T01:30')?.at).toBe('2025-03-30T01:30:00.000Z');
    expect(happenedAtIso('2025-03-30T00:59')?.at).toBe('2025-03-30T00:59:00.000Z');
    expect(happenedAtIso('2025-03-30T02:30')?.at).toBe('2025-03-30T01:30:00.000Z');
  });

  it('reads an hour that comes twice as the first of the two', () => {
    expect(happenedAtBritish('26/10/2025 01:30')?.at).toBe('2025-10-26T00:30:00.000Z');
    expect(happenedAtBritish('26/10/2025 02:00')?.at).toBe('2025-10-26T02:00:00.000Z');
  });

  it('leaves a time with an offset alone', () => {
    expect(happenedAtIso('2025-10-26T01:30:00Z')?.at).toBe('2025-10-26T01:30:00.000Z');
    expect(happenedAtIso('2025-10-26T01:30:00+01:00')?.at).toBe('2025-10-26T00:30:00.000Z');
  });
});

it('reads back every instant as it was written, and never throws', () => {
  const real = fc.date({ min: new Date('1900-01-03'), max: new Date('2200-01-01'), noInvalidDate: true });
  fc.assert(fc.property(real, date => happenedAtIso(date.toISOString())?.at === date.toISOString()));
  const digits = fc.stringMatching(
    /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([T ]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
  );
  fc.assert(
    fc.property(fc.oneof(digits, fc.string()), text => {
      for (const happened of [happenedAtIso(text), happenedAtBritish(text)]) {
        expect(happened === undefined || happened.at.endsWith('Z')).toBe(true);
      }
    }),
    { numRuns: runs(2_000) },
  );
});

describe('what systems write where they have no date', () => {
  it.each([
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '1753-01-01',
    '1899-12-30',
    '1900-01-00',
    '1900-01-01T00:00:00+00:00',
    '9999-12-31',
    '9999-12-31T23:59:59.9999999Z',
  ])('is no date: %s', text => expect(happenedAtIso(text)).toBeUndefined());

  it.each(['01/01/0001', '1/1/1900', '00/01/1900', '30/12/1899 00:00', '31/12/9999'])(
    'is none, day first: %s',
    text => expect(happenedAtBritish(text)).toBeUndefined(),
  );

  it('is not what is only near it', () => {
    expect(happenedAtIso('1900-01-02')).toBeDefined();
    expect(happenedAtIso('9999-12-30')).toBeDefined();
    expect(happenedAtBritish('11/01/1900')).toBeDefined();
  });
});
