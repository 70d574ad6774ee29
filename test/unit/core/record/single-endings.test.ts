import { describe, expect, it } from 'vitest';
import { effectsOf } from '../../../../functions/core/record/effects.ts';
import type { SystemEventType } from '../../../../schemas/catalogue.ts';
import type { Touched } from '../../../../schemas/event-definition.ts';
import { personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, type Happening, larchHouse, mrB, mrsA } from '../../../support/events.ts';

const asHome: Touched = { subject: propertySubject(flat4), role: 'home' };
const asPerson: Touched = { subject: personSubject(mrB), role: 'person' };
const asBlock: Touched = { subject: propertySubject(larchHouse), role: 'block' };

const said = (type: string, data: object, more: object = {}) =>
  eventOf({
    ...{ type: `housing.${type}.v1`, at: '2025-06-01T09:00:00Z', system: 'repairs', home: flat4, data },
    ...more,
  } as unknown as Happening<SystemEventType>);
const atHome = (...event: Parameters<typeof said>) => effectsOf(said(...event), asHome);

describe('a case is over', () => {
  it.each([
    [
      'complaint.closed',
      { complaintReference: 'C-1' },
      { kind: 'complaint', reference: 'C-1', stage: ['closed', 9], facts: {} },
    ],
    [
      'disrepair.claim-closed',
      { claimReference: 'D-1', outcome: 'withdrawn' },
      { kind: 'disrepair-claim', reference: 'D-1', stage: ['closed', 3], facts: { outcome: 'withdrawn' } },
    ],
    [
      'disrepair.claim-closed',
      {
        ...{ claimReference: 'D-1', outcome: 'settled' },
        promisedWorks: [{ promiseReference: 'P-1', category: 'gas' }],
      },
      {
        ...{ kind: 'disrepair-claim', reference: 'D-1', stage: ['closed', 3] },
        facts: { outcome: 'settled', 'promise P-1': { category: 'gas' } },
      },
    ],
    [
      'tenancy.accommodation-ended',
      { tenancyReference: 'T-1', accommodationReference: 'A-1', outcome: 'Back home', reason: 'Works' },
      {
        ...{ kind: 'accommodation', reference: 'A-1', stage: ['ended', 2] },
        facts: { reason: 'Works', outcome: 'Back home' },
      },
    ],
  ])('after %s, with how it ended', (type, data, one) => {
    expect(atHome(type, data)).toStrictEqual({ case: { ...one, open: false } });
  });
});

describe('a hazard comes further', () => {
  it.each([
    ['investigated', { result: 'significant' }, 'opens', 1],
    ['investigated', { result: 'none' }, 'ends', 1],
    ['summary-sent', {}, 'advances', 2],
    ['made-safe', {}, 'advances', 3],
    ['works-started', {}, 'advances', 4],
    ['works-completed', {}, 'advances', 5],
    ['closed', { outcome: 'remedied' }, 'ends', 6],
  ])('by %s %j: that %s it', (stage, more, does, order) => {
    expect(atHome(`hazard.${stage}`, { hazard: 'fire', ...more })).toStrictEqual({
      occurrence: {
        ...{ kind: 'hazard', of: 'fire', does, stage: [stage, order] },
        ...('result' in more && { facts: more }),
      },
    });
  });
});

describe('what a system says of a flag', () => {
  const flag = { code: 'lift-out-of-service', localCode: 'LIFT' };
  const inBlock = { block: larchHouse };

  it('of a home is the home’s, of a block the block’s, and a home shows it by its block', () => {
    const asserted = { flag: { code: flag.code, said: { asserted: { localCode: 'LIFT' } } } };
    expect(atHome('flag.asserted', flag)).toEqual(asserted);
    expect(effectsOf(said('flag.asserted', flag, inBlock), asBlock)).toEqual(asserted);
    expect(atHome('flag.asserted', flag, inBlock)).toStrictEqual({});
  });

  it('is taken back of both, so that what was put on the home before its block was known ends too', () => {
    const withdrawn = { flag: { code: flag.code, said: 'withdrawn' } };
    expect(effectsOf(said('flag.withdrawn', flag, inBlock), asBlock)).toEqual(withdrawn);
    expect(atHome('flag.withdrawn', flag, inBlock)).toEqual(withdrawn);
  });

  it('that it was told itself is no word of its own: the flag was spoken of, and no more', () => {
    const echo = { ...said('flag.asserted', flag), echoof: 'an announcement' };
    expect(effectsOf(echo as never, asHome)).toStrictEqual({ flag: { code: flag.code } });
  });
});

describe('a tenancy', () => {
  const tenancy = { kind: 'tenancy', reference: 'T-1' };
  const people = [
    { person: mrB, responsible: true },
    { person: mrsA, responsible: false },
  ];
  const more = { system: 'tenancy', persons: [mrB, mrsA], block: larchHouse };
  const both = {
    [`member ${mrB}`]: { present: true, responsible: true },
    [`member ${mrsA}`]: { present: true, responsible: false },
  };
  const startsAt = '2025-08-01T09:00:00.000Z';

  it('has its whole household at the home, and of a person their own part and where it is', () => {
    const data = { tenancyReference: 'T-1', tenure: 'Secure', tenureKind: 'secure', household: people };
    const known = { tenure: 'Secure', tenureKind: 'secure', startsAt: '2025-06-01T09:00:00.000Z' };
    expect(atHome('tenancy.started', data, more)).toStrictEqual({
      case: { ...tenancy, facts: { ...both, ...known }, open: true },
    });
    const own = { [`member ${mrB}`]: { present: true, responsible: true } };
    expect(effectsOf(said('tenancy.started', data, more), asPerson)).toStrictEqual({
      case: { ...tenancy, facts: { ...own, home: propertySubject(flat4), ...known }, open: true },
    });
  });

  it('of which the beginning is moved keeps the household that it had', () => {
    expect(atHome('tenancy.start-announced', { tenancyReference: 'T-1', startsAt }, more)).toStrictEqual({
      case: { ...tenancy, facts: { startsAt }, open: true },
    });
  });

  it('ends when that is said, or will, or will not', () => {
    const data = { tenancyReference: 'T-1' };
    const ends = (endsAt: string | null, open: boolean) => ({
      case: { ...tenancy, facts: { endsAt }, open },
    });
    expect(atHome('tenancy.ended', data, more)).toStrictEqual(ends('2025-06-01T09:00:00.000Z', false));
    expect(atHome('tenancy.end-announced', { ...data, endsAt: startsAt }, more)).toStrictEqual(
      ends(startsAt, true),
    );
    expect(atHome('tenancy.end-withdrawn', data, more)).toStrictEqual(ends(null, true));
  });

  it('that somebody else joins is none of theirs', () => {
    const data = { tenancyReference: 'T-1', change: 'joined', member: people[1] };
    expect(effectsOf(said('tenancy.household-changed', data, more), asPerson)).toStrictEqual({
      case: { ...tenancy, facts: { home: propertySubject(flat4) } },
    });
  });

  it('of somebody whose home is not said has none', () => {
    const data = { tenancyReference: 'T-1' };
    const nowhere = said('tenancy.end-withdrawn', data, { ...more, home: undefined, block: undefined });
    expect(effectsOf(nowhere, asPerson).case?.facts).toStrictEqual({ endsAt: null });
  });
});

it('a leak without a reference of which only the source is known is that home’s own', () => {
  const noted = said('leak.noted', { step: 'reported' }, { home: undefined, source: flat7 });
  const asSource: Touched = { subject: propertySubject(flat7), role: 'source' };
  expect(effectsOf(noted, asSource).occurrence?.of).toBe(propertySubject(flat7));
  const both = said('leak.noted', { step: 'reported' }, { source: flat7 });
  const turned = { ...both, data: { ...both.data, subjects: [...both.data.subjects].reverse() } };
  expect(effectsOf(turned as typeof both, asSource).occurrence?.of).toBe(propertySubject(flat4));
});
