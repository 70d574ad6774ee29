import { expect, it } from 'vitest';
import { comparedPerson } from '../../../../functions/core/identity/cross-reference.ts';
import { personReferenceSchema } from '../../../../schemas/reference.ts';

const compared = (text: string) => comparedPerson(personReferenceSchema.parse(text));

it('a key of a person has one spelling, its system as it is', () => {
  expect(compared('repairs:cust-77')).toBe('repairs:CUST-77');
  expect(compared('repairs:CUST-77')).toBe('repairs:CUST-77');
  const guid = '7d1f3c1e-0b0e-4b44-9a3d-000000000007';
  expect(compared(`complaints:${guid.toUpperCase()}`)).toBe(`complaints:${guid}`);
});

it('one that would grow as capitals is left, so that it stays a reference', () => {
  expect(compared('repairs:straße')).toBe('repairs:straße');
});
