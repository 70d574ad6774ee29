import { describe, expect, it } from 'vitest';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, instant, larchHouse } from '../../../support/events.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const leakRef = (n: number) => ({ leakReference: `LFA-${n}` as LocalReference });
const job = { workOrderReference: 'R-88120' as LocalReference };
const reported = (n: number, at: string, home = flat4) =>
  eventOf({ type: 'housing.leak.reported.v1', at, home, source: flat7, block: larchHouse, data: leakRef(n) });
const resolved = (n: number, at: string, home = flat4) =>
  eventOf({ type: 'housing.leak.resolved.v1', at, home, source: flat7, block: larchHouse, data: leakRef(n) });
const noAccess = (at: string) =>
  eventOf({
    type: 'housing.repair.no-access-recorded.v1',
    system: 'repairs',
    at,
    home: flat7,
    data: { ...job, inPerson: true },
  });
const visited = (at: string) =>
  eventOf({
    type: 'housing.visit.carried-out.v1',
    at,
    home: flat7,
    data: { purpose: 'leak-trace', evidence: [] },
  });
const now = instant('2025-06-20T00:00:00Z');

function flagsAfter(...events: Parameters<ReturnType<typeof memoryHub>['hear']>[0]) {
  const hub = memoryHub();
  hub.hear(events, now);
  return (uprn: typeof flat4) => hub.flags(propertySubject(uprn), now);
}

describe('active-leak', () => {
  it('stands on the affected home and on the suspected source, and not on the block', () => {
    const flags = flagsAfter(reported(1, '2025-06-02T07:40:00Z'));
    expect(flags(flat4)).toEqual(['active-leak']);
    expect(flags(flat7)).toEqual(['active-leak']);
    expect(flags(larchHouse)).toEqual([]);
  });

  it('clears when every leak is resolved, not when one is', () => {
    const two = [reported(1, '2025-06-02T07:40:00Z'), reported(2, '2025-06-03T07:40:00Z', flat5)];
    expect(flagsAfter(...two, resolved(1, '2025-06-04T09:00:00Z'))(flat7)).toContain('active-leak');
    const both = [resolved(1, '2025-06-04T09:00:00Z'), resolved(2, '2025-06-04T09:00:00Z', flat5)];
    expect(flagsAfter(...two, ...both)(flat7)).not.toContain('active-leak');
  });

  it('stands again when the leak is reported again after it was resolved', () => {
    const again = [
      reported(1, '2025-06-02T07:40:00Z'),
      resolved(1, '2025-06-04T09:00:00Z'),
      reported(1, '2025-06-09T07:40:00Z'),
    ];
    expect(flagsAfter(...again)(flat4)).toContain('active-leak');
  });
});

describe('access-missed', () => {
  it('stands on the home where nobody opened while a leak needs entry', () => {
    const flags = flagsAfter(reported(1, '2025-06-02T07:40:00Z'), noAccess('2025-06-05T09:00:00Z'));
    expect(flags(flat7)).toContain('access-missed');
    expect(flags(flat4)).not.toContain('access-missed');
  });

  it('clears once somebody got in later, and not by a visit before', () => {
    const missed = [reported(1, '2025-06-02T07:40:00Z'), noAccess('2025-06-05T09:00:00Z')];
    expect(flagsAfter(...missed, visited('2025-06-06T09:00:00Z'))(flat7)).not.toContain('access-missed');
    expect(flagsAfter(...missed, visited('2025-06-04T09:00:00Z'))(flat7)).toContain('access-missed');
  });

  it('needs something to get in for, and somebody at the door', () => {
    expect(flagsAfter(noAccess('2025-06-05T09:00:00Z'))(flat7)).toEqual([]);
    const call = eventOf({
      type: 'housing.visit.access-attempted.v1',
      at: '2025-06-05T09:00:00Z',
      home: flat7,
      data: { method: 'call', outcome: 'no-answer' },
    });
    expect(flagsAfter(reported(1, '2025-06-02T07:40:00Z'), call)(flat7)).not.toContain('access-missed');
  });
});

describe('recurrent-leak', () => {
  it('stands on the suspected source of two leaks within a year, and explains itself', () => {
    const hub = memoryHub();
    const leaks = [reported(1, '2025-06-02T07:40:00Z'), reported(2, '2025-06-19T20:30:00Z', flat5)];
    hub.hear(leaks, now);
    expect(hub.flags(propertySubject(flat7), now)).toContain('recurrent-leak');
    expect(hub.flags(propertySubject(flat5), now)).not.toContain('recurrent-leak');
    const raised = hub.announcements.find(({ data }) => data.flag.code === 'recurrent-leak');
    expect(raised?.data.flag.because).toEqual({
      rule: 'recurrent-leak',
      ruleVersion: 2,
      events: leaks.map(({ id }) => id),
    });
  });

  it('is gone when the leaks are more than a year old', () => {
    const hub = memoryHub();
    hub.hear([reported(1, '2024-05-02T07:40:00Z'), reported(2, '2025-06-19T20:30:00Z')], now);
    expect(hub.flags(propertySubject(flat7), now)).not.toContain('recurrent-leak');
    expect(hub.flags(propertySubject(flat7), instant('2025-06-20T00:00:00Z'))).toEqual(['active-leak']);
  });

  it('keeps its beginning while leaks go on, though the first ones are more than a year old', () => {
    const hub = memoryHub();
    const later = instant('2026-12-01T00:00:00Z');
    const leaks = ['2025-06-02', '2025-06-19', '2026-04-16', '2026-07-09'].map((day, n) =>
      reported(n, `${day}T20:30:00Z`),
    );
    hub.hear(leaks.slice(0, 2), now);
    hub.hear(leaks.slice(2), later);
    const announced = hub.announcements.filter(({ data }) => data.flag.code === 'recurrent-leak');
    expect(announced.map(({ type, data }) => [type, data.flag.since, data.flag.state])).toEqual([
      ['housing.flag.raised.v1', '2025-06-19T20:30:00.000Z', 'active'],
      ['housing.flag.changed.v1', '2025-06-19T20:30:00.000Z', 'review-due'],
    ]);
  });
});
