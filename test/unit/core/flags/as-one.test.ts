import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import type { PersonReference } from '../../../../schemas/reference.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { identity } from '../../../support/arbitrary-events.ts';
import { eventOf, instant, mrB, mrsA } from '../../../support/events.ts';
import { sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');
const code = 'verbal-abuse' as const;
const knownAs = 'repairs:CUST-77' as PersonReference;
const said = (person: PersonReference, at: string, more: object = {}, asserted = true) =>
  eventOf({
    ...{ at, system: 'tenancy', persons: [person] },
    type: asserted ? 'housing.flag.asserted.v1' : 'housing.flag.withdrawn.v1',
    data: { code, localCode: 'VA', ...(asserted && { approvedBy: 'head of service' }), ...more },
  });
const decidedBy = { officer: 'j.lindqvist', role: 'manager', team: 'management' as const };
const reason = { text: 'Long ago', classification: 'personal' as const };
const cleared = (person: PersonReference, at: string) =>
  eventOf({
    ...{ at, system: 'officers', persons: [person] },
    ...eventContent('housing.flag.clearance-decided.v1', { code, reason, decidedBy }),
  });
const merged = identity('2025-06-20T10:00:00Z', true);

function hubThatHeard(...events: Parameters<ReturnType<typeof memoryHub>['hear']>[0]) {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  return {
    flags: () => [mrB, mrsA].map(person => hub.flags(personSubject(person), now)),
    last: () =>
      hub.announcements.map(({ type, data }) => [type, 'reason' in data ? data.reason : data.flag.on]),
  };
}

describe('somebody of two records', () => {
  it('is decided about once: a clearance under one key ends what was said under the other', () => {
    const events = [said(mrsA, '2025-06-02T10:00:00Z'), merged, cleared(mrB, '2025-06-25T10:00:00Z')];
    expect(hubThatHeard(...events).flags()).toEqual([[], []]);
    expect(hubThatHeard(...events.toReversed()).flags()).toEqual([[], []]);
    const newer = said(mrsA, '2025-06-28T10:00:00Z', { localReference: 'VA-2' });
    expect(hubThatHeard(...events, newer).flags()).toEqual([[code], []]);
  });

  it('is told of as one: the flag of the other key ends for another person, and comes back so', () => {
    const parted = identity('2025-06-26T10:00:00Z', false);
    const hub = hubThatHeard(said(mrsA, '2025-06-02T10:00:00Z'), merged, parted);
    expect(hub.last()).toEqual([
      ['housing.flag.raised.v1', personSubject(mrsA)],
      ['housing.flag.raised.v1', personSubject(mrB)],
      ['housing.flag.cleared.v1', 'other-person'],
      ['housing.flag.raised.v1', personSubject(mrsA)],
      ['housing.flag.cleared.v1', 'other-person'],
    ]);
    expect(hub.flags()).toEqual([[], [code]]);
  });

  it('is still warned of by a system that repeated it under the other key, until it takes that back or an officer decides', () => {
    const { asserts, withdraws } = sayingsOf(code);
    const underHers = (event: SystemEvent): SystemEvent => ({
      ...event,
      subject: personSubject(mrsA),
      data: { ...event.data, subjects: [{ subject: personSubject(mrsA), role: 'person' }] } as never,
    });
    const repeated = underHers(asserts('repairs', '2025-06-21T10:00:00Z'));
    const ended = said(mrB, '2025-06-22T10:00:00Z', {}, false);
    const events = [said(mrB, '2025-06-02T10:00:00Z'), merged, repeated, ended];
    for (const order of [events, events.toReversed()]) {
      expect(hubThatHeard(...order).flags()).toEqual([[code], []]);
      for (const end of [
        underHers(withdraws('repairs', '2025-06-23T10:00:00Z')),
        cleared(mrB, '2025-06-23T10:00:00Z'),
      ])
        expect(hubThatHeard(...order, end).flags()).toEqual([[], []]);
    }
  });

  it('keeps what was found out about a key under either', () => {
    const link = (type: 'identified' | 'parted', person: PersonReference, at: string) =>
      eventOf({
        ...{ at, system: 'repairs', persons: [person] },
        type: `housing.person.${type}.v1`,
        data: { person, knownAs },
      });
    const wasHers = said(mrsA, '2025-06-02T10:00:00Z', { knownAs });
    const notHers = link('parted', mrsA, '2025-06-10T10:00:00Z');
    expect(hubThatHeard(wasHers, notHers, merged).flags()).toEqual([[], []]);
    expect(
      hubThatHeard(wasHers, notHers, merged, link('identified', mrB, '2025-06-21T10:00:00Z')).flags(),
    ).toEqual([[], []]);
  });
});
