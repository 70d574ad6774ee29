import { expect, it } from 'vitest';
import { historyItems } from '../../../../../functions/shell/tables/records/history-item.ts';
import type { LocalReference } from '../../../../../schemas/reference.ts';
import { raised } from '../../../../integration/support/flag-events.ts';
import { eventOf, flat4, instant } from '../../../../support/events.ts';
import { okafor, sayingsOf } from '../../../../support/flag-sayings.ts';

const at = instant('2025-06-02T07:40:00Z');
const event = raised('active-leak', 1);
const { subject } = event;
const changeOf = (code: 'active-leak' | 'asbestos') => ({ flag: { code }, version: 1, at, events: [] });

it('what is announced of a flag lies in the row of its change, after what an officer said of it', () => {
  const said = sayingsOf('active-leak', 'home').reviews(okafor, '2025-06-02T07:40:00Z', '2026-01-01');
  const changes = [changeOf('asbestos'), changeOf('active-leak')];
  expect(historyItems(subject, 1, changes, [said, event])).toEqual([
    expect.objectContaining({
      sk: 'HISTORY#asbestos#000000000001',
      entry: { change: changes[0], events: [] },
    }),
    expect.objectContaining({
      ...{ sk: 'HISTORY#active-leak#000000000001', announces: 2 },
      entry: { change: changes[1], events: [said, event] },
    }),
  ]);
  expect(historyItems(subject, 1, changes, [])[1]).not.toHaveProperty('announces');
});

it('what is of no flag has a row of its own', () => {
  const reported = eventOf({
    type: 'housing.leak.reported.v1',
    at,
    home: flat4,
    data: { leakReference: 'L-1' as LocalReference },
  });
  expect(historyItems(subject, 7, [], [reported])).toEqual([
    expect.objectContaining({ sk: 'OUTBOX#000000000007', announces: 1, entry: { events: [reported] } }),
  ]);
});

it('refuses a field that the event’s schema lacks, which the relay would leave out', () => {
  const flag = { ...event.data.flag, colour: 'red' };
  const extended = { ...event, data: { ...event.data, flag } } as typeof event;
  expect(() => historyItems(subject, 1, [changeOf('active-leak')], [extended])).toThrow(
    /data\/flag\/colour: .*add it in schemas\/events\/, or leave it out/,
  );
});
