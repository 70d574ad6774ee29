import { expect, it } from 'vitest';
import { fingerprintOf, happenedKey } from '../../../../functions/core/record/timeline.ts';
import { type LocalReference, propertySubject } from '../../../../schemas/reference.ts';
import { eventOf, flat4, flat7, instant } from '../../../support/events.ts';

const said = eventOf({
  type: 'housing.leak.reported.v1',
  at: '2025-06-30T09:00:00Z',
  home: flat4,
  data: { leakReference: 'L-1' as LocalReference },
});
const later = instant('2025-07-01T09:00:00Z');

it('the same news heard again later is the same', () => {
  expect(fingerprintOf({ ...said, recordedtime: later })).toBe(fingerprintOf(said));
});

it.each([
  ['with other words', { data: { ...said.data, room: 'Hall' } }],
  ['of another time', { time: later }],
  ['of another home', { subject: propertySubject(flat7) }],
  ['of another kind', { type: 'housing.leak.contained.v1' }],
  ['that corrects something', { corrects: 'an entry' }],
])('the same id %s is an amended event', (_what, other) => {
  expect(fingerprintOf({ ...said, ...other } as never)).not.toBe(fingerprintOf(said));
});

it('what nobody dated is the same whenever it is heard, and not the same as what was dated', () => {
  const undated = { ...said, timebasis: 'heard' as const };
  expect(fingerprintOf({ ...undated, time: later })).toBe(fingerprintOf(undated));
  expect(fingerprintOf(undated)).not.toBe(fingerprintOf(said));
});

it('stands in the timeline by when it happened, then by its id', () => {
  expect(happenedKey(said)).toBe(`2025-06-30T09:00:00.000Z#${said.id}`);
});
