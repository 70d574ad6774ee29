import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flagId, parseFlagId } from '../../../../functions/core/flags/flag-id.ts';
import { identityOf } from '../../../../functions/core/record/flag-identity.ts';
import { flagIdSchema } from '../../../../schemas/flag-life.ts';
import { flagCodeSchema } from '../../../../schemas/flags.ts';
import { localReferenceSchema, subjectSchema } from '../../../../schemas/reference.ts';
import { runs } from '../../../support/effort.ts';

const text = (maxLength: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength });
const key = text(20).filter(some => subjectSchema.safeParse(`person/tenancy:${some}`).success);
const flag = fc.record({
  code: fc.constantFrom(...flagCodeSchema.options),
  on: fc.oneof(
    fc.integer({ min: 1, max: 999_999_999_999 }).map(uprn => `property/${uprn}` as const),
    key.map(some => `person/tenancy:${some}` as const),
  ),
  tenancyReference: fc.option(
    text(40)
      .filter(some => localReferenceSchema.safeParse(some).success)
      .map(some => localReferenceSchema.parse(some)),
    { nil: undefined },
  ),
});

it('tells which flag it is of, whatever the keys of the systems look like', () => {
  fc.assert(
    fc.property(flag, some => {
      const id = flagId(some);
      expect(parseFlagId(id)).toEqual({ ...identityOf(some), on: some.on });
      expect(flagIdSchema.parse(id)).toBe(id);
      expect(encodeURIComponent(id)).toBe(id);
    }),
    { numRuns: runs(500) },
  );
});

it('is readable where the keys are', () => {
  expect(flagId({ code: 'asbestos', on: 'property/200000471104' })).toBe('asbestos~property~200000471104');
  const tenancyReference = localReferenceSchema.parse('TEN/417.a');
  expect(flagId({ code: 'termination-requested', on: 'property/1', tenancyReference })).toBe(
    'termination-requested~property~1~TEN.2f417.2eA',
  );
  const barred = {
    code: 'asbestos',
    on: 'property/1',
    tenancyReference: localReferenceSchema.parse('A|B'),
  } as const;
  expect(flagId(barred)).toBe('asbestos~property~1~A.7cB');
  expect(parseFlagId('asbestos~property~1~A.7cB')).toEqual(barred);
});

it('is one for a tenancy, however its reference is typed, and has one spelling', () => {
  const of = (reference: string) =>
    flagId({
      ...{ code: 'termination-requested', on: 'property/1' },
      tenancyReference: localReferenceSchema.parse(reference),
    });
  expect(of('ten-9')).toBe(of('TEN-9'));
  const guid = '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e';
  expect(of(guid.toUpperCase())).toBe(`termination-requested~property~1~${guid}`);
  expect(parseFlagId('termination-requested~property~1~ten-9')).toBeUndefined();
});

it.each([
  'asbestos~property',
  'asbestos~property~0123',
  'asbestos~property~1~',
  'asbestos~property~1~T~T',
  'asbestos~home~1',
  'imagined~property~1',
  'undefined~property~1',
  'asbestos~property~.31',
  'asbestos~person~tenancy:mr-b',
  '',
])('%s is the id of no flag', id => {
  expect(parseFlagId(id)).toBeUndefined();
});
