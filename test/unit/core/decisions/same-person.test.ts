import { describe, expect, it } from 'vitest';
import { decideSame, type Pair } from '../../../../functions/core/decisions/same-person.ts';
import { emptyRecord, type SubjectRecord } from '../../../../functions/core/record/subject-record.ts';
import { type PersonReference, personSubject } from '../../../../schemas/reference.ts';
import type { Team } from '../../../../schemas/teams.ts';
import { instant, mrB, mrsA } from '../../../support/events.ts';

const at = instant('2025-07-01T12:00:00Z');
const reason = 'The same date of birth.';
const oneWith = (...others: PersonReference[]): NonNullable<SubjectRecord['sameAs']> =>
  Object.fromEntries(others.map(other => [other, { at, rank: 0, id: other, value: true }]));
const recordOf = (person: PersonReference, ...others: PersonReference[]): SubjectRecord => ({
  ...emptyRecord(personSubject(person)),
  ...(others.length > 0 && { sameAs: oneWith(...others) }),
});
const named = (number: number) => `tenancy:p-${number}` as PersonReference;

function pairOf(
  own: SubjectRecord,
  others: readonly SubjectRecord[],
  team: Team = 'resident-services',
): Pair {
  const officer = { officer: 'a.okafor', role: 'housing-officer', team };
  const companions = Object.fromEntries(
    others.map(record => [record.subject.slice('person/'.length), { version: 1, record }]),
  );
  return { officer, person: mrB, other: mrsA, record: own, companions, at };
}
const decide = (pair: Pair, holds: boolean) => {
  const result = decideSame(pair, holds, reason);
  return result.ok ? result.event.type : result.refusal.kind;
};
const two = pairOf(recordOf(mrB), [recordOf(mrsA)]);
const one = pairOf(recordOf(mrB, mrsA), [recordOf(mrsA)]);

describe('who is who', () => {
  it('is decided for two, once, and taken back for one, once', () => {
    expect(decide(two, true)).toBe('housing.person.merged.v1');
    expect(decide(one, true)).toBe('conflict');
    expect(decide(one, false)).toBe('housing.person.separated.v1');
    expect(decide(two, false)).toBe('conflict');
  });

  it('is known from either of the two', () => {
    const heardByOther = pairOf(recordOf(mrB), [recordOf(mrsA, mrB)]);
    expect(decide(heardByOther, false)).toBe('housing.person.separated.v1');
    expect(decide({ ...heardByOther, person: mrsA, other: mrB }, false)).toBe('housing.person.separated.v1');
  });

  it('is for those who keep the register, and those who look after all', () => {
    for (const team of ['resident-services', 'management', 'data-protection'] as const)
      expect(decide({ ...two, officer: { ...two.officer, team } }, true)).toBe('housing.person.merged.v1');
    expect(decide({ ...two, officer: { ...two.officer, team: 'repairs' } }, true)).toBe('forbidden');
  });

  it('takes two persons of whom something was heard', () => {
    expect(decide({ ...two, other: mrB }, true)).toBe('invalid');
    expect(decide({ ...two, companions: {} }, true)).toBe('invalid');
    expect(decide({ ...two, record: undefined }, true)).toBe('invalid');
  });

  it('says which pair to part where a third person joins the two', () => {
    const third = named(3);
    const joined = pairOf(recordOf(mrB, third), [recordOf(third, mrsA), recordOf(mrsA, third)]);
    expect(decideSame(joined, false, reason)).toMatchObject({
      refusal: { kind: 'conflict', detail: expect.stringContaining(third) },
    });
    expect(decide(joined, true)).toBe('conflict');
  });

  it('never joins more than eight, nor is decided without end', () => {
    const seven = Array.from({ length: 7 }, (_, number) => named(number));
    const records = seven.map(person => recordOf(person, mrB));
    const full = pairOf(recordOf(mrB, ...seven), [recordOf(mrsA), ...records]);
    expect(decide(full, true)).toBe('conflict');
    const fewer = pairOf(recordOf(mrB, ...seven.slice(1)), [recordOf(mrsA), ...records.slice(1)]);
    expect(decide(fewer, true)).toBe('housing.person.merged.v1');
    const often = Array.from({ length: 40 }, (_, number) => named(number));
    const parted = Object.fromEntries(
      Object.entries(oneWith(...often)).map(([who, register]) => [who, { ...register, value: false }]),
    );
    const decidedOften = pairOf({ ...recordOf(mrB), sameAs: parted }, [recordOf(mrsA)]);
    expect(decide(decidedOften, true)).toBe('conflict');
  });
});
