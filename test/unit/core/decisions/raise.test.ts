import { describe, expect, it } from 'vitest';
import { type Raising, raise } from '../../../../functions/core/decisions/raise.ts';
import type { On } from '../../../../functions/core/decisions/where.ts';
import type { Place } from '../../../../functions/core/identity/place.ts';
import type { FlagDefinition } from '../../../../schemas/flags/definition.ts';
import { flagDefinitions } from '../../../../schemas/flags.ts';
import type { CalendarDate, LocalReference } from '../../../../schemas/reference.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { alderCourt2, eventOf, flat4, instant, larchHouse, mrsA } from '../../../support/events.ts';
import { hale, lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';
import { openCases, recordWith } from '../../../support/records.ts';

const at = instant('2025-10-06T10:00:00Z');
const place = (uprn: Place['uprn'], more: Partial<Place> = {}): Place => ({
  ...{ uprn, status: 'approved', address: '', postcode: '', references: {} },
  ...more,
});
const flat: On = { place: place(flat4, { blockUprn: larchHouse }), homes: [] };
const block: On = { place: place(larchHouse), homes: [flat4] };
const house: On = { place: place(alderCourt2), homes: [] };
const gone: On = { place: place(flat4, { status: 'retired', succeededBy: [alderCourt2] }), homes: [] };
const tenancyReference = 'T-4' as LocalReference;

/** Flat 4 with a tenancy that is open. */
function tenanted() {
  const hub = memoryHub();
  const household = [{ person: mrsA, responsible: true }];
  const data = { tenancyReference, tenure: 'Secure', household };
  const common = { at: '2025-01-01T10:00:00Z', system: 'tenancy', home: flat4, persons: [mrsA] };
  hub.hear([eventOf({ ...common, type: 'housing.tenancy.started.v1', data })], at);
  return hub.record(propertySubject(flat4));
}

function raised(on: On, raising: Partial<Raising> & Pick<Raising, 'code'>, record = tenanted()) {
  const raiser = { officer: lindqvist, on, record, at, reference: 'ref' as LocalReference };
  const result = raise(raiser, { basis: 'Because.', ...raising });
  return result.ok ? result.event : result.refusal;
}

it('what an officer writes is of people, unless they say that it is of the home alone', () => {
  const basis = (about?: 'home' | 'people') =>
    raised(flat, { code: 'asbestos', ...(about !== undefined && { basisAbout: about }) });
  const ofPeople = { data: { basis: { text: 'Because.', classification: 'special-category' } } };
  expect(basis()).toMatchObject(ofPeople);
  expect(basis('people')).toMatchObject(ofPeople);
  expect(basis('home')).toMatchObject({
    data: { basis: { text: 'Because.', classification: 'personal', finding: true } },
  });
  expect(basis('home')).not.toHaveProperty('data.basisAbout');
});

describe('what a flag rests on', () => {
  const on = (text: string) => text as CalendarDate;
  const consent = (day: string) => ({ kind: 'consent' as const, givenOn: on(day) });
  const bestInterest = (day: string) => ({ kind: 'best-interest' as const, decidedOn: on(day) });
  const without = { kind: 'without-consent' as const, because: 'cannot-be-given' as const };

  it.each([
    ['hearing-support', consent('2025-10-06')],
    ['hearing-support', bestInterest('2025-10-01')],
    ['safe-contact', without],
  ] as const)('%s: what the law lets it rest on', (code, agreement) => {
    expect(raised('person', { code, agreement })).toMatchObject({ data: { code, agreement } });
  });

  it.each([
    ['of conduct, on nothing but the duty', 'do-not-visit-alone', consent('2025-10-01'), 'agreement'],
    ['without consent, for safeguarding alone', 'hearing-support', without, 'agreement.kind'],
    ['not on what is to come', 'hearing-support', consent('2025-10-07'), 'agreement.givenOn'],
    ['nor on such a decision', 'safe-contact', bestInterest('2025-10-07'), 'agreement.decidedOn'],
  ] as const)('%s', (_what, code, agreement, path) => {
    expect(raised('person', { code, agreement })).toMatchObject({ kind: 'invalid', errors: [{ path }] });
  });

  it('is said to be for each code that is about somebody’s needs, and for no code about conduct', () => {
    const all: readonly FlagDefinition[] = flagDefinitions;
    for (const { code, family, hangsOn, agreements } of all.filter(one => one.agreements !== undefined))
      expect([code, family, hangsOn, agreements?.includes('consent')]).toEqual([
        code,
        'adjustment',
        'person',
        true,
      ]);
    expect(all.filter(one => one.secondPerson && one.agreements !== undefined)).toEqual([]);
    const withoutConsent = all.filter(one => one.agreements?.includes('without-consent'));
    expect(withoutConsent.map(({ code }) => code)).toContain('safe-contact');
    expect(withoutConsent.filter(one => one.marksNoHome !== true)).toEqual([]);
  });
});

describe('a flag is raised where it hangs', () => {
  it.each([
    ['a property’s', 'on a flat', flat, { code: 'asbestos' }],
    ['a property’s', 'on a house', house, { code: 'asbestos' }],
    ['a block’s', 'on the block', block, { code: 'scaffold-up' }],
    ['a person’s', 'on the person', 'person', { code: 'hearing-support' }],
    [
      'a tenancy’s',
      'on the home, with the tenancy',
      flat,
      { code: 'termination-requested', tenancyReference },
    ],
  ] as const)('%s %s', (_whose, _where, on, raising) => {
    expect(raised(on, raising)).toMatchObject({ type: 'housing.flag.asserted.v1', data: raising });
  });

  it.each([
    ['a person’s on a home', flat, { code: 'hearing-support' }, 'code', 'about a person'],
    ['a property’s on a person', 'person', { code: 'asbestos' }, 'code', 'not on a person'],
    ['a block’s on a flat', flat, { code: 'scaffold-up' }, 'code', 'the whole block'],
    ['a block’s on a house', house, { code: 'scaffold-up' }, 'code', 'in none'],
    ['a home’s on a block', block, { code: 'asbestos' }, 'code', 'This is a block'],
    ['on a home that is no more', gone, { code: 'asbestos' }, 'uprn', alderCourt2],
    ['a tenancy’s without one', flat, { code: 'termination-requested' }, 'tenancyReference', 'say which'],
    [
      'a tenancy’s with one that has ended',
      flat,
      { code: 'termination-requested', tenancyReference: 'T-1' as LocalReference },
      'tenancyReference',
      'No tenancy',
    ],
    [
      'another’s with a tenancy',
      flat,
      { code: 'asbestos', tenancyReference },
      'tenancyReference',
      'leave this out',
    ],
    ['a rule’s', flat, { code: 'active-leak' }, 'code', 'A rule'],
    [
      'due for review in the past',
      flat,
      { code: 'asbestos', reviewDue: '2025-10-06' as CalendarDate },
      'reviewDue',
      'after 2025-10-06',
    ],
    [
      'due after its life',
      flat,
      { code: 'asbestos', reviewDue: '2030-01-01' as CalendarDate },
      'reviewDue',
      '730 days',
    ],
    [
      'for what is still to come',
      flat,
      { code: 'asbestos', incidentAt: instant('2025-10-07T10:00:00Z') },
      'incidentAt',
      'to come',
    ],
  ] as const)('and refused elsewhere: %s', (_what, on, raising, path, message) => {
    expect(raised(on, raising)).toMatchObject({
      kind: 'invalid',
      errors: [{ path, message: expect.stringContaining(message) }],
    });
  });

  it.each([
    ['a person’s', flat, 'hearing-support', { kind: 'person' }],
    ['a property’s', 'person', 'asbestos', { kind: 'property' }],
    ['a block’s', flat, 'scaffold-up', { kind: 'property', uprn: larchHouse }],
    ['a home’s', block, 'asbestos', undefined],
  ] as const)('what it is to be raised on instead is said: %s', (_what, on, code, raiseOn) => {
    const refusal = raised(on, { code });
    expect('kind' in refusal && refusal.raiseOn).toEqual(raiseOn);
  });

  it('what protects somebody never marks where they live, whatever its code', () => {
    const secret = flagDefinitions.filter(({ audience }) => audience.everyone === 'none');
    expect(secret.map(({ code }) => code)).toEqual(['safeguarding', 'safe-contact', 'newly-fled']);
    for (const { code } of secret) {
      expect(raised(flat, { code })).toMatchObject({
        kind: 'invalid',
        detail: expect.stringContaining('never marks'),
      });
      expect(raised('person', { code })).toMatchObject({ type: 'housing.flag.asserted.v1' });
    }
  });
});

it('is said once by each officer: a second time is for a review', () => {
  const hub = memoryHub();
  const raiser = { officer: okafor, on: flat, at, reference: 'ref' as LocalReference };
  const result = raise({ ...raiser, record: undefined }, { code: 'asbestos', basis: 'x' });
  if (!result.ok) throw new Error(result.refusal.detail);
  const data = result.event.data as never;
  hub.hear([eventOf({ type: 'housing.flag.asserted.v1', system: 'officers', at, home: flat4, data })], at);
  const record = hub.record(propertySubject(flat4));
  expect(raise({ ...raiser, record }, { code: 'asbestos', basis: 'x' })).toMatchObject({
    refusal: { kind: 'conflict' },
  });
  expect(raise({ ...raiser, record, officer: hale }, { code: 'asbestos', basis: 'x' })).toHaveProperty(
    'event',
  );
});

it('says what the officer saw, when, and until when it holds', () => {
  const said = { basis: 'Seen in the loft.', incidentAt: at, reviewDue: '2025-11-01' as CalendarDate };
  expect(raised(flat, { code: 'asbestos', ...said })).toMatchObject({
    data: {
      code: 'asbestos',
      localCode: 'asbestos',
      localReference: 'ref',
      basis: { text: said.basis, classification: 'special-category' },
      assertedBy: 'manager',
      raisedBy: lindqvist,
      incidentAt: at,
      reviewDue: said.reviewDue,
    },
  });
});

it('may have happened at any time before', () => {
  const incidentAt = instant('2020-01-01T10:00:00Z');
  expect(raised(flat, { code: 'asbestos', incidentAt })).toMatchObject({ data: { incidentAt } });
});

it('hangs on a tenancy that is open, whatever else is, and on nothing else of that reference', () => {
  const opened = '2025-01-01T10:00:00Z';
  const raising = { code: 'termination-requested' as const, tenancyReference };
  const both = recordWith({ openCases: openCases(['complaint', 'C-1', opened], ['tenancy', 'T-4', opened]) });
  expect(raised(flat, raising, both)).toHaveProperty('data');
  const complaint = recordWith({ openCases: openCases(['complaint', 'T-4', opened]) });
  for (const record of [complaint, undefined]) {
    const raiser = { officer: lindqvist, on: flat, record, at, reference: 'ref' as LocalReference };
    expect(raise(raiser, { basis: 'x', ...raising })).toMatchObject({
      refusal: {
        errors: [{ path: 'tenancyReference', message: 'No tenancy of that reference is open here' }],
      },
    });
  }
});

it('is not said already by another flag of the same officer, nor by a system', () => {
  const hub = memoryHub();
  const other = sayingsOf('alarm-not-working', 'home').raises(lindqvist, at);
  hub.hear([other, sayingsOf('asbestos', 'home').asserts('repairs', at)], at);
  expect(raised(flat, { code: 'asbestos' }, hub.record(propertySubject(flat4)))).toHaveProperty('data');
  expect(raised(flat, { code: 'alarm-not-working' }, hub.record(propertySubject(flat4)))).toMatchObject({
    detail: 'You raised this flag already, and it stands: review it instead.',
  });
});

it('says that a person’s flag follows them, and which homes came after one that is no more', () => {
  expect(raised(flat, { code: 'hearing-support' })).toMatchObject({
    detail: 'This flag is about a person and follows them',
  });
  const retired = (succeededBy?: Place['succeededBy']): On => ({
    place: place(flat4, { status: 'retired', ...(succeededBy === undefined ? {} : { succeededBy }) }),
    homes: [],
  });
  expect(raised(retired([alderCourt2, larchHouse]), { code: 'asbestos' })).toMatchObject({
    detail: `This home is no more. It was succeeded by: ${alderCourt2}, ${larchHouse}`,
  });
  expect(raised(retired(), { code: 'asbestos' })).toMatchObject({
    detail: 'This home is no more. It was succeeded by: none',
  });
});
