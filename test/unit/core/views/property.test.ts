import { describe, expect, it } from 'vitest';
import type { Viewer } from '../../../../functions/core/views/need-to-know.ts';
import { type PropertySources, propertyView } from '../../../../functions/core/views/property.ts';
import type { SystemEvent, SystemEventType } from '../../../../schemas/catalogue.ts';
import {
  type LocalReference,
  type PersonReference,
  personSubject,
  propertySubject,
} from '../../../../schemas/reference.ts';
import { identity } from '../../../support/arbitrary-events.ts';
import {
  eventOf,
  flat4,
  flat5,
  type Happening,
  instant,
  larchHouse,
  mrB,
  mrsA,
} from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');
const child = 'tenancy:child' as PersonReference;
const reference = <T extends string>(text: T) => text as unknown as LocalReference;
const viewer = (...teams: Viewer['teams'][number][]): Viewer => ({
  teams,
  teamOfSystem: system => (system === 'tenancy' ? 'resident-services' : undefined),
});
const manager = viewer('management');

function said<T extends SystemEventType>(type: T, day: string, data: object, more: object = {}): SystemEvent {
  const happening = { type, at: `${day}T09:00:00Z`, system: 'tenancy', home: flat4, ...more, data };
  return eventOf(happening as unknown as Happening<T>);
}
const named = (person: PersonReference, name: string) =>
  said(
    'housing.person.details-recorded.v1',
    '2025-01-01',
    { person, name },
    { home: undefined, persons: [person] },
  );
const household = [
  { person: mrsA, responsible: false },
  { person: mrB, responsible: true },
  { person: child, responsible: false },
];
const persons = household.map(({ person }) => person);
const moved = said(
  'housing.tenancy.started.v1',
  '2024-04-01',
  { tenancyReference: reference('T-4'), tenure: 'Secure', household },
  { persons },
);
const job = (id: string, day: string) =>
  said(
    'housing.repair.raised.v1',
    day,
    { workOrderReference: reference(id), priority: 'high' },
    { system: 'repairs' },
  );

/** What an officer sees of flat 4 after these events, and what that discloses. */
function look(by: Viewer, ...events: readonly SystemEvent[]) {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  const sources: PropertySources = {
    at: now,
    place: {
      ...{ uprn: flat4, status: 'approved', address: 'Flat 4, Larch House', postcode: 'SE15 4PT' },
      ...{ blockUprn: larchHouse, references: {} },
    },
    property: hub.stored(propertySubject(flat4)),
    block: hub.stored(propertySubject(larchHouse)),
    household: Object.fromEntries(
      persons.flatMap(person => {
        const stored = hub.stored(personSubject(person));
        return stored === undefined ? [] : [[person, stored]];
      }),
    ),
    predecessors: [],
    findings: [],
    otherHomes: new Map(),
  };
  return propertyView(sources, by);
}

describe('a home of which nothing was heard', () => {
  it('is shown with nothing in it, and discloses nothing', () => {
    const { answer, disclosed } = look(manager);
    expect(answer).toMatchObject({ uprn: flat4, block: { uprn: larchHouse, openLeaks: [] }, flags: [] });
    expect(answer).toMatchObject({ openCases: [], household: [], coming: [], feeds: {} });
    expect(answer.signals).toEqual({
      ...{ leaks: 0, visits: 0, noAccess: 0, contacts: 0, complaints: 0, repairs: 0, events: 0 },
    });
    expect(answer).not.toHaveProperty('blockUprn');
    expect(answer.succeeds).toBeUndefined();
    expect(disclosed).toEqual([]);
  });
});

describe('what is open at a home', () => {
  const mould = { hazard: 'damp-and-mould' };
  const events = [
    job('R-2', '2025-06-03'),
    job('R-1', '2025-06-02'),
    said('housing.hazard.suspected.v1', '2025-06-05', { ...mould, severity: 'significant' }),
    said('housing.hazard.investigated.v1', '2025-06-06', { ...mould, result: 'significant' }),
    said('housing.hazard.suspected.v1', '2025-06-07', { hazard: 'fire' }),
    said(
      'housing.leak.reported.v1',
      '2025-06-08',
      { leakReference: reference('L-9') },
      { system: 'leaks', home: larchHouse },
    ),
    said(
      'housing.repair.raised.v1',
      '2025-06-09',
      { workOrderReference: reference('R-9'), priority: 'high' },
      { system: 'repairs', home: larchHouse },
    ),
  ];

  it('is shown in the order in which it was opened, hazards by what was found', () => {
    const { openCases, block, signals, feeds } = look(manager, ...events).answer;
    expect(openCases.map(({ kind, openedAt }) => [kind, openedAt.slice(5, 10)])).toEqual([
      ['work-order', '06-02'],
      ['work-order', '06-03'],
      ['hazard', '06-05'],
      ['hazard', '06-07'],
    ]);
    expect(openCases.slice(2)).toMatchObject([
      { system: 'tenancy', stage: 'investigated', reference: expect.stringContaining('damp') },
      { stage: 'suspected' },
    ]);
    expect(openCases[2]?.facts).toEqual({ ...mould, result: 'significant', severity: 'significant' });
    expect(openCases[3]?.facts).toEqual({ hazard: 'fire' });
    expect(block).toEqual({ uprn: larchHouse, openLeaks: ['L-9'] });
    expect(signals).toMatchObject({ repairs: 2, events: 5, leaks: 0 });
    expect(Object.keys(feeds).toSorted()).toEqual(['repairs', 'tenancy']);
  });

  it('does not show enforcement against the household before, nor tenancies as cases', () => {
    const matter = { tenancyReference: reference('T-0'), enforcementReference: reference('E-1') };
    const before = said('housing.tenancy.enforcement-opened.v1', '2024-01-01', {
      ...matter,
      ground: 'Arrears',
    });
    const since = said('housing.tenancy.enforcement-opened.v1', '2025-01-01', {
      ...matter,
      ...{ tenancyReference: reference('T-4'), enforcementReference: reference('E-2'), ground: 'Access' },
    });
    const { openCases } = look(manager, before, moved, since).answer;
    expect(openCases.map(one => one.reference)).toEqual(['E-2']);
  });

  it('is kept from teams that may not know of what its own words say, also where it is to come', () => {
    const works = (words: string, id: string) => [
      said('housing.works.planned.v1', '2025-06-01', {
        ...{ workOrderReference: reference(id), works: words, from: instant('2025-08-01T09:00:00Z') },
      }),
    ];
    const planned = [...works('Kitchen', 'W-1'), ...works('Locks after domestic abuse', 'W-2')];
    const repairs = look(viewer('repairs'), ...planned);
    expect(repairs.answer.openCases.map(one => one.reference)).toEqual(['W-1']);
    expect(repairs.answer.coming.map(one => [one.kind, one.reference])).toEqual([['works', 'W-1']]);
    expect(repairs.disclosed).toEqual([]);
    const own = look(viewer('resident-services'), ...planned);
    expect(own.answer.coming.map(one => one.reference)).toEqual(['W-1', 'W-2']);
    expect(own.disclosed).toEqual([{ about: propertySubject(flat4), detail: 'special-category-text' }]);
  });
});

describe('who lives at a home', () => {
  const names = [named(mrB, 'Mr B'), named(mrsA, 'Mrs A')];

  it('is shown by name to those who need names, and every name is said to be disclosed', () => {
    const { answer, disclosed } = look(manager, moved, ...names);
    expect(answer.household).toEqual([
      { person: child, responsible: false },
      { person: mrB, responsible: true, name: 'Mr B' },
      { person: mrsA, responsible: false, name: 'Mrs A' },
    ]);
    expect(disclosed).toEqual([mrB, mrsA].map(one => ({ about: personSubject(one), detail: 'name' })));
    const repairs = look(viewer('repairs'), moved, ...names);
    expect(repairs.answer.household.map(({ person, name }) => [person, name])).toEqual(
      [child, mrB, mrsA].map(person => [person, undefined]),
    );
    expect(repairs.disclosed).toEqual([]);
    expect(look(viewer('repairs', 'complaints'), moved, ...names).disclosed).toHaveLength(2);
  });

  it('is one person with every key where two were found to be one, responsible as either, and two where not', () => {
    const merged = identity('2025-06-20T10:00:00Z', true);
    const { answer, disclosed } = look(manager, moved, named(mrsA, 'Mr Both'), merged);
    expect(answer.household).toEqual([
      { person: child, responsible: false },
      { person: mrB, alsoKnownAs: [mrsA], responsible: true, name: 'Mr Both' },
    ]);
    expect(disclosed).toEqual([{ about: personSubject(mrB), detail: 'name' }]);
    const parted = identity('2025-06-21T10:00:00Z', false);
    expect(look(manager, moved, merged, parted).answer.household).toHaveLength(3);
  });

  it('is shown with since when a list lacks them, while it is asked about', () => {
    const missing = {
      ...said('housing.tenancy.ended.v1', '2025-06-30', { tenancyReference: reference('T-4') }, { persons }),
      inferredfrom: 'absence' as const,
    };
    const since = look(manager, moved, missing).answer.household.map(one => one.missingSince);
    expect(since).toEqual(Array(3).fill('2025-06-30T10:00:00+01:00'));
    expect(look(manager, moved).answer.household.map(one => one.missingSince)).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('is warned of: the flags that matter most first, of equal ones the oldest, and none that is not in force', () => {
    const warns = (code: string, day: string, more: object = {}) =>
      said(
        'housing.flag.asserted.v1',
        day,
        { code, localCode: 'X', approvedBy: 'head' },
        { home: undefined, persons: [mrB], ...more },
      );
    const raisedBy = { officer: 'o', role: 'repairs-officer', team: 'repairs' };
    const proposal = said(
      'housing.flag.asserted.v1',
      '2025-06-01',
      { code: 'verbal-abuse', localCode: 'X', raisedBy },
      { home: undefined, persons: [mrB], system: 'officers' },
    );
    const { flags } = look(
      manager,
      moved,
      proposal,
      warns('language-support', '2025-05-01'),
      warns('do-not-visit-alone', '2025-06-03'),
      warns('dangerous-animals', '2025-06-02'),
      said('housing.flag.asserted.v1', '2025-06-04', { code: 'asbestos', localCode: 'X' }, { home: flat5 }),
    ).answer;
    expect(flags.map(({ code }) => code)).toContain('language-support');
    expect(flags.map(({ code }) => code)).not.toContain('verbal-abuse');
    expect(flags.map(({ code }) => code)).not.toContain('asbestos');
    const rank = flags.map(
      ({ severity, since }) => `${['critical', 'high', 'medium', 'low'].indexOf(severity)} ${since}`,
    );
    expect(rank).toEqual(rank.toSorted());
    expect(flags).toHaveLength(3);
  });
});
