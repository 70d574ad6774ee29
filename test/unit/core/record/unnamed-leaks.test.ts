import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../../functions/core/record/fold.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { isHubsLeakReference } from '../../../../schemas/events/leak.ts';
import { type LocalReference, propertySubject, type Uprn } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat5, flat7, instant, larchHouse } from '../../../support/events.ts';

const said = (
  step: 'reported' | 'contained' | 'resolved',
  day: string,
  more: { home?: Uprn; named?: string } = {},
) =>
  eventOf({
    type: 'housing.leak.noted.v1',
    ...{ at: `${day}T09:00:00Z`, home: more.home ?? flat4, source: flat7, block: larchHouse },
    data: { step, ...(more.named !== undefined && { leakReference: more.named as LocalReference }) },
  });
const after = (uprn: Uprn, at: string, ...events: SystemEvent[]) => {
  const before = { subject: propertySubject(uprn), version: 0, record: undefined, flags: {}, rows: {} };
  const { record, flags } = foldEvents(before, events, instant(`${at}T12:00:00Z`));
  return { leaks: Object.values(record.openCases), flags: Object.keys(flags).sort() };
};

describe('a leak without a reference', () => {
  it('is open at the home, where it comes from and in the block, under a reference of the hub’s own', () => {
    const report = said('reported', '2025-06-02');
    const [atHome, atSource, inBlock] = [flat4, flat7, larchHouse].map(uprn =>
      after(uprn, '2025-06-03', report),
    );
    const [reference = ''] = atHome?.leaks.map(leak => leak.reference) ?? [];
    expect(isHubsLeakReference(reference)).toBe(true);
    for (const { leaks } of [atSource, inBlock].flatMap(one => one ?? []))
      expect(leaks).toMatchObject([{ kind: 'leak', system: 'leaks', reference, stage: 'reported' }]);
    expect([atHome, atSource, inBlock].map(one => one?.flags)).toEqual([
      ['active-leak'],
      ['active-leak'],
      [],
    ]);
  });

  it('is over with its own end, and another when it comes again, in whatever order they are heard', () => {
    const story = [
      said('reported', '2025-06-02'),
      said('contained', '2025-06-03'),
      said('resolved', '2025-06-04'),
      said('reported', '2025-09-01'),
    ];
    for (const heard of [story, story.toReversed()]) {
      const { leaks } = after(flat4, '2025-09-02', ...heard);
      expect(leaks).toMatchObject([{ openedAt: '2025-09-01T09:00:00.000Z', stage: 'reported' }]);
      expect(after(flat4, '2025-09-02', ...heard, said('resolved', '2025-09-02')).leaks).toEqual([]);
    }
  });

  it('is named by every team as the hub calls it: what names an earlier one does not end this one', () => {
    const [first] = after(flat4, '2025-06-03', said('reported', '2025-06-02')).leaks;
    const story = [
      said('reported', '2025-06-02'),
      said('resolved', '2025-06-04'),
      said('reported', '2025-09-01'),
    ];
    const late = said('resolved', '2025-09-02', { named: first?.reference ?? '' });
    expect(after(flat4, '2025-09-03', ...story, late).leaks).toHaveLength(1);
    const [second] = after(flat4, '2025-09-03', ...story).leaks;
    const own = said('resolved', '2025-09-02', { named: second?.reference ?? '' });
    expect(after(flat4, '2025-09-03', ...story, own).leaks).toEqual([]);
  });

  it('of one home does not end that of another, where both seem to come from', () => {
    const story = [said('reported', '2025-06-02'), said('reported', '2025-06-02', { home: flat5 })];
    const { leaks } = after(flat7, '2025-06-05', ...story, said('resolved', '2025-06-04', { home: flat5 }));
    expect(leaks).toHaveLength(1);
  });

  it('counts towards a pattern once, however many homes it comes into while it is open', () => {
    const one = [said('reported', '2025-06-02'), said('reported', '2025-06-03', { home: flat5 })];
    expect(after(flat7, '2025-06-05', ...one).flags).toEqual(['active-leak']);
    const ends = [said('resolved', '2025-06-04'), said('resolved', '2025-06-04', { home: flat5 })];
    const again = said('reported', '2025-09-01');
    expect(after(flat7, '2025-09-02', ...one, ...ends, again).flags).toEqual([
      'active-leak',
      'recurrent-leak',
    ]);
    expect(after(flat7, '2025-09-02', ...one, ...ends).flags).toEqual([]);
  });

  it('is not ended by an end of a leak that has a reference, nor ends one', () => {
    const data = { leakReference: 'LFA-1' as LocalReference };
    const where = { home: flat4, source: flat7, block: larchHouse, data };
    const own = eventOf({ type: 'housing.leak.reported.v1', at: '2025-06-02T09:00:00Z', ...where });
    const end = eventOf({ type: 'housing.leak.resolved.v1', at: '2025-06-04T09:00:00Z', ...where });
    const both = [own, said('reported', '2025-06-02')];
    expect(after(flat4, '2025-06-05', ...both, end).leaks.map(leak => leak.reference)).not.toContain('LFA-1');
    expect(after(flat4, '2025-06-05', ...both, said('resolved', '2025-06-04')).leaks).toMatchObject([
      { reference: 'LFA-1' },
    ]);
  });
});
