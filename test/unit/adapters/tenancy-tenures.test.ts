import { describe, expect, it, test } from 'vitest';
import {
  flat7,
  mrB,
  pathsOf,
  tenancyEventOf,
  tenancySays,
  tenure,
  typesOf,
} from '../../support/tenancy-events.ts';

const child = { id: 'child' };

describe('a tenure', () => {
  it('begins with its household, on the day that it says', () => {
    expect(
      tenancySays(tenancyEventOf('TenureCreatedEvent', { ...tenure, householdMembers: [mrB, child] })),
    ).toMatchObject([
      {
        type: 'housing.tenancy.started.v1',
        happened: { at: '2024-03-31T23:00:00.000Z', basis: 'london-assumed' },
        home: { by: 'uprn', uprn: '200000471107' },
        persons: ['tenancy:mr-b', 'tenancy:child'],
        data: {
          tenancyReference: 'tenure-7b',
          tenure: 'Secure',
          household: [
            { person: 'tenancy:mr-b', responsible: true },
            { person: 'tenancy:child', responsible: false },
          ],
        },
      },
    ]);
    expect(pathsOf(tenancyEventOf('TenureCreatedEvent', { ...tenure, tenureType: {} }))).toEqual([
      '/eventData/newData/tenureType',
    ]);
  });

  test.each([
    [{ id: 'asset-7', uprn: '' }, 'asset-7'],
    [{ propertyReference: '00047107' }, '00047107'],
    [undefined, 'tenure-7b'],
  ])('is at %j', (tenuredAsset, reference) => {
    const [event] = tenancySays(tenancyEventOf('TenureCreatedEvent', { ...tenure, tenuredAsset }));
    expect(event?.home).toEqual({ by: 'reference', reference });
  });

  test.each([null, undefined, '', '1900-01-01', '1900-01-01T00:00:00Z', '9999-12-31'])(
    'that ends on %s has no end',
    endOfTenureDate => {
      expect(typesOf(tenancyEventOf('TenureCreatedEvent', { ...tenure, endOfTenureDate }))).toEqual([
        'tenancy.started',
      ]);
    },
  );

  it('that is to end, or to begin, says so as coming', () => {
    const coming = { ...tenure, endOfTenureDate: '2030-01-01' };
    expect(tenancySays(tenancyEventOf('TenureCreatedEvent', coming))[1]).toMatchObject({
      type: 'housing.tenancy.end-announced.v1',
      data: { endsAt: '2030-01-01T00:00:00.000Z' },
    });
    const agreed = { ...tenure, startOfTenureDate: '2030-01-01' };
    expect(tenancySays(tenancyEventOf('TenureCreatedEvent', agreed))).toMatchObject([
      { type: 'housing.tenancy.start-announced.v1', data: { startsAt: '2030-01-01T00:00:00.000Z' } },
    ]);
  });

  it('whose end is taken back says so, for its whole household', () => {
    const before = { endOfTenureDate: '2026-10-12', householdMembers: [mrB, child] };
    const after = { endOfTenureDate: null, tenuredAsset: flat7 };
    expect(tenancySays(tenancyEventOf('TenureUpdatedEvent', after, before))).toMatchObject([
      { type: 'housing.tenancy.end-withdrawn.v1', persons: ['tenancy:mr-b', 'tenancy:child'] },
    ]);
  });

  it('of which an update says another beginning, begins then', () => {
    const [before, after] = [{ startOfTenureDate: '2026-11-02' }, { startOfTenureDate: '2026-11-09' }];
    const changed = { ...after, householdMembers: [mrB], tenuredAsset: flat7 };
    expect(tenancySays(tenancyEventOf('TenureUpdatedEvent', changed, before))).toMatchObject([
      {
        type: 'housing.tenancy.start-announced.v1',
        persons: ['tenancy:mr-b'],
        data: { startsAt: '2026-11-09T00:00:00.000Z' },
      },
    ]);
    expect(typesOf(tenancyEventOf('TenureUpdatedEvent', changed, changed))).toEqual([]);
  });

  test.each([undefined, '1900-01-01'])('that begins on %s has begun when it is told', startOfTenureDate => {
    const [event] = tenancySays(tenancyEventOf('TenureCreatedEvent', { ...tenure, startOfTenureDate }));
    expect(event).toMatchObject({
      type: 'housing.tenancy.started.v1',
      happened: event?.observedAt && { at: event.observedAt },
    });
  });

  it('that had ended when it was announced began and ended', () => {
    expect(
      typesOf(tenancyEventOf('TenureCreatedEvent', { ...tenure, endOfTenureDate: '2025-01-01' })),
    ).toEqual(['tenancy.started', 'tenancy.ended']);
  });

  it('ends once, for its whole household, when it has ended', () => {
    const ended = { endOfTenureDate: '2026-10-12', householdMembers: [mrB, child], tenuredAsset: flat7 };
    expect(tenancySays(tenancyEventOf('TenureUpdatedEvent', ended, { endOfTenureDate: null }))).toMatchObject(
      [
        {
          type: 'housing.tenancy.ended.v1',
          happened: { at: '2026-10-11T23:00:00.000Z' },
          persons: ['tenancy:mr-b', 'tenancy:child'],
        },
      ],
    );
    expect(typesOf(tenancyEventOf('TenureUpdatedEvent', ended, ended))).toEqual([]);
    expect(
      typesOf(tenancyEventOf('TenureUpdatedEvent', { ...ended, endOfTenureDate: '2026-10-13' })),
    ).toEqual(['tenancy.end-announced']);
    expect(pathsOf(tenancyEventOf('TenureUpdatedEvent', { endOfTenureDate: '2026-10-12' }))).toEqual([
      '/eventData/newData/householdMembers',
    ]);
  });

  it('says which notices were served since, each once', () => {
    const old = { type: 'NSP', servedDate: '2025-09-01' };
    const notices = [
      old,
      { type: 'Notice of entry', servedDate: '2025-11-04', effectiveDate: '2025-11-06' },
      { type: 'NTQ', servedDate: '2025-11-05' },
      { type: 'Access' },
    ];
    expect(tenancySays(tenancyEventOf('TenureUpdatedEvent', { notices }, { notices: [old] }))).toMatchObject([
      {
        type: 'housing.tenancy.access-notice-served.v1',
        data: { notice: 'Notice of entry', effectiveOn: '2025-11-06' },
      },
      { type: 'housing.tenancy.contact-recorded.v1', data: { channel: 'letter', note: { text: 'NTQ' } } },
    ]);
  });

  it('that changed in a way that concerns no other team gives no event', () => {
    expect(typesOf(tenancyEventOf('TenureUpdatedEvent', { paymentReference: '1' }))).toEqual([]);
  });
});

describe('a household', () => {
  it('that somebody joins tells them when the tenancy begins and ends, where that is to come', () => {
    const joined = (dates: object) =>
      tenancySays(
        tenancyEventOf(
          'PersonAddedToTenureEvent',
          { householdMembers: [mrB, child], tenuredAsset: flat7, ...dates },
          { householdMembers: [mrB] },
        ),
      )[0]?.data;
    expect(joined({ startOfTenureDate: '2030-01-01', endOfTenureDate: '2030-03-01' })).toMatchObject({
      startsAt: '2030-01-01T00:00:00.000Z',
      endsAt: '2030-03-01T00:00:00.000Z',
    });
    const begun = joined({ startOfTenureDate: '2020-01-01', endOfTenureDate: '1900-01-01' });
    expect(begun).not.toHaveProperty('startsAt');
    expect(begun).not.toHaveProperty('endsAt');
  });

  it('is joined and left by the difference of the members', () => {
    const [both, one] = [
      { householdMembers: [mrB, child], tenuredAsset: flat7 },
      { householdMembers: [mrB] },
    ];
    expect(tenancySays(tenancyEventOf('PersonAddedToTenureEvent', both, one))).toMatchObject([
      {
        home: { uprn: '200000471107' },
        persons: ['tenancy:child'],
        data: { change: 'joined', member: { person: 'tenancy:child', responsible: false } },
      },
    ]);
    expect(tenancySays(tenancyEventOf('PersonRemovedFromTenureEvent', one, both))).toMatchObject([
      { data: { change: 'left' } },
    ]);
    expect(pathsOf(tenancyEventOf('PersonRemovedFromTenureEvent', both, one))).toEqual([
      '/eventData/newData/householdMembers',
    ]);
    expect(pathsOf(tenancyEventOf('PersonAddedToTenureEvent', both))).toEqual(['/eventData/oldData']);
  });
});
