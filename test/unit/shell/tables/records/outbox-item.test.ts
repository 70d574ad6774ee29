import { expect, it } from 'vitest';
import { outboxItem } from '../../../../../functions/shell/tables/records/record-transaction.ts';
import { raised } from '../../../../integration/support/flag-events.ts';
import { instant } from '../../../../support/events.ts';

const at = instant('2025-06-02T07:40:00Z');
const event = raised('active-leak', 1);
const { subject } = event;

it('the outbox takes what the hub announces', () => {
  expect(outboxItem(subject, 1, [event], at)).toMatchObject({ events: [event] });
});

it('and refuses a field that the event’s schema lacks, which the relay would leave out', () => {
  const flag = { ...event.data.flag, colour: 'red' };
  const extended = { ...event, data: { ...event.data, flag } } as typeof event;
  expect(() => outboxItem(subject, 1, [extended], at)).toThrow(
    /data\/flag\/colour: .*add it in schemas\/events\/, or leave it out/,
  );
});
