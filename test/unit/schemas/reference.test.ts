import { describe, expect, it, test } from 'vitest';
import {
  dateSchema,
  instantOf,
  instantSchema,
  localReferenceSchema,
  personReferenceSchema,
  propertySubject,
  subjectSchema,
  uprnFrom,
  uprnSchema,
} from '../../../schemas/reference.ts';

describe('a UPRN', () => {
  test.each([
    ['200000471104', '200000471104'],
    ['000010008123', '10008123'],
    [' 10008123 ', '10008123'],
    ['1', '1'],
    ['２０００４７', '200047'],
    ['="00051235"', '51235'],
    ['51236.0', '51236'],
  ])('%o means %s, padded or not', (written, uprn) => {
    expect(uprnFrom(written)).toBe(uprn);
  });

  test.each(['', '0', '000000000000', '2000004711041', '20000047110A', '-1', '1.5'])('is not %o', text => {
    expect(uprnFrom(text)).toBeUndefined();
  });

  it('is held without its padding, so that one home has one key', () => {
    expect(uprnSchema.safeParse('000010008123').success).toBe(false);
    expect(subjectSchema.safeParse('property/000010008123').success).toBe(false);
    expect(subjectSchema.parse(propertySubject(uprnSchema.parse('10008123')))).toBe('property/10008123');
  });
});

describe('a reference of a system’s own', () => {
  test.each(['00047104', 'R-88120', 'LARCH HO/FLAT 4', '0'])('%s comes through as it is', text => {
    expect(localReferenceSchema.parse(text)).toBe(text);
  });

  it('is not a number, whose leading zeros would be lost', () => {
    expect(localReferenceSchema.safeParse(47104).success).toBe(false);
  });

  test.each(['', '   ', 'x'.repeat(101)])('is not %o', text => {
    expect(localReferenceSchema.safeParse(text).success).toBe(false);
  });
});

describe('a person', () => {
  it('is a key of the system that keeps them', () => {
    expect(personReferenceSchema.parse('tenancy:7d1f3c1e')).toBe('tenancy:7d1f3c1e');
    expect(personReferenceSchema.safeParse('Mr B').success).toBe(false);
    expect(subjectSchema.safeParse('person/Mr B').success).toBe(false);
  });
});

describe('times', () => {
  it('have one spelling, so that they sort as text', () => {
    expect(instantOf(new Date('2025-06-02T08:40:00+01:00'))).toBe('2025-06-02T07:40:00.000Z');
    for (const other of [
      '2025-06-02T07:40:00Z',
      '2025-06-02T08:40:00.000+01:00',
      '2025-02-29T00:00:00.000Z',
    ]) {
      expect(instantSchema.safeParse(other).success).toBe(false);
    }
  });

  it('know which days there are', () => {
    expect(dateSchema.safeParse('2024-02-29').success).toBe(true);
    for (const none of ['2025-02-29', '25/08/2025', '2025-8-25']) {
      expect(dateSchema.safeParse(none).success).toBe(false);
    }
  });
});
