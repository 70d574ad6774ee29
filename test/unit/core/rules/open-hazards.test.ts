import { describe, expect, it, test } from 'vitest';
import { flagsOf } from '../../../../functions/core/flags/derive.ts';
import type { EventOf } from '../../../../schemas/catalogue.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../support/events.ts';
import { lindqvist, sayingsOf } from '../../../support/flag-sayings.ts';
import { closes, works } from '../../../support/hazard-events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

type Kind = EventOf<'housing.hazard.suspected.v1'>['data']['hazard'];
type Result = EventOf<'housing.hazard.investigated.v1'>['data']['result'];

const suspected = (system: string, at: string, hazard: Kind = 'damp-and-mould') =>
  eventOf({ type: 'housing.hazard.suspected.v1', system, at, home: flat4, data: { hazard } });
const investigated = (at: string, result: Result, hazard: Kind = 'damp-and-mould') =>
  eventOf({
    type: 'housing.hazard.investigated.v1',
    system: 'repairs',
    at,
    home: flat4,
    data: { hazard, result },
  });
const now = instant('2025-11-20T12:00:00Z');

function flagsAfter(...events: Parameters<ReturnType<typeof memoryHub>['hear']>[0][number][]) {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  const record = hub.record(propertySubject(flat4));
  return record === undefined ? {} : flagsOf(record, now);
}
const codesAfter = (...events: Parameters<typeof flagsAfter>) => Object.keys(flagsAfter(...events)).sort();

describe('an open hazard', () => {
  const byTwo = [suspected('complaints', '2025-10-28T09:00:00Z'), suspected('leaks', '2025-10-30T09:00:00Z')];

  it('of damp and mould is flagged from the first word of it, with whoever said so', () => {
    const { 'damp-and-mould': flag } = flagsAfter(...byTwo);
    expect(flag).toMatchObject({ state: 'active', since: '2025-10-28T09:00:00.000Z' });
    expect(flag?.because).toMatchObject({ rule: 'damp-and-mould', ruleVersion: 1 });
    expect(codesAfter(suspected('leaks', '2025-10-30T09:00:00Z', 'excess-cold'))).toEqual([]);
  });

  test.each<[Result, FlagCode]>([
    ['significant', 'significant-hazard'],
    ['emergency', 'emergency-hazard'],
  ])('that was found %s is flagged as %s, whatever kind it is', (result, code) => {
    expect(codesAfter(...byTwo, investigated('2025-11-03T09:00:00Z', result))).toEqual(
      ['damp-and-mould', code].toSorted(),
    );
    const cold = suspected('repairs', '2025-10-28T09:00:00Z', 'excess-cold');
    expect(codesAfter(cold, investigated('2025-11-03T09:00:00Z', result, 'excess-cold'))).toEqual([code]);
  });

  it('that is made safe is flagged until it is closed, and not because nobody was let in', () => {
    const found = investigated('2025-11-03T09:00:00Z', 'significant');
    const safe = works('made-safe', '2025-11-05');
    expect(codesAfter(...byTwo, found, safe, closes('2025-11-10', { outcome: 'no-access' }))).toEqual([
      'damp-and-mould',
      'significant-hazard',
    ]);
    expect(codesAfter(...byTwo, found, safe, closes('2025-11-10'))).toEqual([]);
  });

  it('that was found to be none is flagged no longer', () => {
    expect(codesAfter(...byTwo, investigated('2025-11-03T09:00:00Z', 'none'))).toEqual([]);
  });
});

describe('what a rule and an officer both say', () => {
  const { raises, clears } = sayingsOf('damp-and-mould', 'home');
  const raised = raises(lindqvist, '2025-10-20T09:00:00Z');
  const mould = suspected('leaks', '2025-10-30T09:00:00Z');

  it('is one flag, of both, since the first of them', () => {
    expect(flagsAfter(raised, mould)['damp-and-mould']).toMatchObject({
      since: '2025-10-20T09:00:00.000Z',
      sources: ['officers', 'urn:lintel:hub'],
      because: { events: [mould.id] },
    });
  });

  it('stands by the officer’s word alone when the rule finds nothing, and says so', () => {
    const { 'damp-and-mould': flag } = flagsAfter(
      raised,
      mould,
      investigated('2025-11-03T09:00:00Z', 'none'),
    );
    expect(flag).toMatchObject({ sources: ['officers'] });
    expect(flag).not.toHaveProperty('because');
  });

  it('is cleared by an officer up to a day, both words of it', () => {
    expect(codesAfter(raised, mould, clears(lindqvist, '2025-11-10T09:00:00Z', '2025-12-10'))).toEqual([]);
  });
});
