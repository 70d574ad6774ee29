import { describe, expect, it } from 'vitest';
import { quarantinedEvent, type Waiting } from '../../../../functions/core/quarantine/quarantined-event.ts';
import { waitingKey } from '../../../../functions/core/quarantine/waits-for.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { propertySubject } from '../../../../schemas/reference.ts';
import { flat4, instant } from '../../../support/events.ts';

const [received, at] = [instant('2026-01-06T10:00:00Z'), instant('2026-01-06T10:00:05Z')];
const waiting: Waiting = {
  id: '6f1f4d0e-6c3b-5f43-9d1f-0a6a3a0b2c11',
  system: 'repairs',
  reason: 'unmatched',
  receivedAt: received,
  timesBack: 0,
};

it('says what waits, since when and why, under the id of what waits', () => {
  const event = quarantinedEvent({ ...waiting, eventType: 'housing.repair.raised.v1' }, at);
  expect(eventSchema.parse(event)).toEqual(event);
  expect(event).toMatchObject({
    id: waiting.id,
    type: 'housing.event.quarantined.v1',
    subject: `quarantine/${waiting.id}`,
    time: at,
    partitionkey: 'repairs',
    dataclassification: 'operational',
    data: {
      quarantineId: waiting.id,
      system: 'repairs',
      reason: 'unmatched',
      receivedAt: received,
      eventType: 'housing.repair.raised.v1',
    },
  });
});

it('says nothing of a type that is not known', () => {
  expect(quarantinedEvent(waiting, at).data).not.toHaveProperty('eventType');
});

it('is news each time that it comes back, and the same news said twice', () => {
  const back = (timesBack: number) => quarantinedEvent({ ...waiting, timesBack }, at);
  expect(new Set([back(0).id, back(1).id, back(2).id]).size).toBe(3);
  expect(back(1)).toEqual(back(1));
  expect(back(1)).toMatchObject({ correlationid: waiting.id, causationid: waiting.id });
});

describe('what is said of a closing that waits for its opening', () => {
  const key = waitingKey({ subject: propertySubject(flat4), case: 'CASE#work-order#repairs#W#7A' });
  const regarding = (problems?: Waiting['problems']) =>
    quarantinedEvent({ ...waiting, reason: 'never-raised', key, problems }, at).data.regarding;

  it('is which case it closes, as its system writes it', () => {
    expect(regarding([{}, { received: 'W#8' }, { received: 'w#7a' }])).toBe('w#7a');
  });

  it('is which case, in capitals, where nobody kept how it was written', () => {
    expect(regarding()).toBe('W#7A');
    expect(regarding([{}, { received: 'W#8' }])).toBe('W#7A');
  });
});

it.each([waitingKey({ home: 'a text that says where somebody lives' }), 'no such key', undefined])(
  'nothing is said of what else waits: %s',
  key => {
    expect(quarantinedEvent({ ...waiting, key }, at).data).not.toHaveProperty('regarding');
  },
);
