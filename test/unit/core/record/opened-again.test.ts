import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../../../support/events.ts';

const home = propertySubject(flat4);
const before = { subject: home, version: 0, record: undefined, flags: {}, rows: {} };
const now = instant('2029-01-01T00:00:00Z');
const openingAfter = (events: readonly SystemEvent[]) =>
  Object.values(foldEvents(before, events, now).record.openCases).map(({ openedAt }) =>
    openedAt.slice(0, 10),
  );
const at = (day: string) => `${day}T09:00:00Z`;

const leak = { home: flat4, source: flat7, data: { leakReference: 'L-1' as LocalReference } };
const reported = (day: string) => eventOf({ type: 'housing.leak.reported.v1', at: at(day), ...leak });
const resolved = (day: string) => eventOf({ type: 'housing.leak.resolved.v1', at: at(day), ...leak });

const matter = {
  tenancyReference: 'T-1' as LocalReference,
  enforcementReference: 'E-1' as LocalReference,
};
const enforcement = { system: 'tenancy', home: flat4 };
const opened = (day: string) =>
  eventOf({
    ...enforcement,
    type: 'housing.tenancy.enforcement-opened.v1',
    at: at(day),
    data: { ...matter, ground: 'Access refused' },
  });
const closed = (day: string) =>
  eventOf({
    ...enforcement,
    type: 'housing.tenancy.enforcement-closed.v1',
    at: at(day),
    data: { ...matter, outcome: 'Access given' },
  });

it('is one case in capitals or not, and shown in capitals whichever was heard first', () => {
  const said = (type: 'housing.leak.reported.v1' | 'housing.leak.resolved.v1', key: string, day: string) =>
    eventOf({ type, at: at(day), home: flat4, data: { leakReference: key as LocalReference } });
  const open = [
    said('housing.leak.reported.v1', 'lfa 91', '2027-04-01'),
    said('housing.leak.reported.v1', 'LFA 91', '2027-04-02'),
  ];
  for (const events of [open, open.toReversed()]) {
    const cases = Object.values(foldEvents(before, events, now).record.openCases);
    expect(cases).toMatchObject([{ reference: 'LFA 91', openedAt: instant('2027-04-01T09:00:00Z') }]);
  }
  const over = said('housing.leak.resolved.v1', 'Lfa 91', '2027-05-01');
  expect(foldEvents(before, [...open, over], now).record.openCases).toEqual({});
});

describe('a case that is opened again under its reference', () => {
  it.each([
    [
      'a leak',
      [reported('2027-04-01'), resolved('2027-05-01'), reported('2028-03-01'), reported('2028-04-01')],
    ],
    ['an enforcement matter', [opened('2027-04-01'), closed('2027-05-01'), opened('2028-03-01')]],
  ])('is open since it was opened after its last closing: %s', (_case, events) => {
    expect(openingAfter(events)).toEqual(['2028-03-01']);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), order => {
        expect(openingAfter(order)).toEqual(['2028-03-01']);
      }),
    );
  });

  it('is open since the first time when it was never closed', () => {
    expect(openingAfter([reported('2028-03-01'), reported('2027-04-01')])).toEqual(['2027-04-01']);
  });
});
