import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { flagDefinition } from '../../../../schemas/flags.ts';
import { type LocalReference, personSubject } from '../../../../schemas/reference.ts';
import { eventOf, instant, mrB } from '../../../support/events.ts';
import { lindqvist, okafor, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const code = 'do-not-visit-alone';
const person = personSubject(mrB);
const localReference = 'A-1' as LocalReference;
const { asserts, alleges, clears, refuses, withdraws } = sayingsOf(code);
const days = (count: number) => new Date(Date.UTC(2026, 0, 1 + count, 2)).toISOString();
const year = flagDefinition(code).maximumDays;

/** The list of a night has the row still, or lacks it. */
function listed(night: string, is: 'presence' | 'absence', reference?: LocalReference): SystemEvent {
  return eventOf({
    type: is === 'presence' ? 'housing.flag.asserted.v1' : 'housing.flag.withdrawn.v1',
    ...{ system: 'tenancy', persons: [mrB], at: night, observedAt: night, inferredFrom: is },
    data: { code, localCode: 'X', localReference: reference },
  });
}
const confirms = (night: string) => listed(night, 'presence');

/** How the flag stands at a time, in whichever order it was said. */
function standsAt(at: string, ...events: readonly SystemEvent[]) {
  const states = [events, events.toReversed()].map(order => {
    const hub = memoryHub();
    for (const event of order) hub.hear([event], instant(at));
    hub.tick(instant(at));
    return hub.stored(person)?.flags[code]?.state;
  });
  expect(states[0]).toBe(states[1]);
  return states[0];
}

describe('a warning that a list has every night', () => {
  const said = asserts('tenancy', days(0));

  it('is in force for as long after it was last confirmed as after it was said', () => {
    expect(standsAt(days(year), said)).toBe('suspended');
    expect(standsAt(days(year), said, confirms(days(200)))).toBe('review-due');
    expect(standsAt(days(200 + year - 1), said, confirms(days(200)), confirms(days(100)))).toBe('review-due');
    expect(standsAt(days(200 + year), said, confirms(days(200)))).toBe('suspended');
  });

  it('ends with its row, with its system’s word, and with an officer’s, whatever was confirmed', () => {
    expect(standsAt(days(60), said, confirms(days(30)), listed(days(40), 'absence'))).toBeUndefined();
    for (const end of [withdraws('tenancy', days(20)), clears(lindqvist, days(20))]) {
      expect(standsAt(days(60), said, end)).toBeUndefined();
      expect(standsAt(days(60), said, end, confirms(days(30)))).toBeUndefined();
    }
  });

  it('is not alleged again, nor approved, by being there still', () => {
    const alleged = alleges('tenancy', days(0));
    expect(standsAt(days(31), alleged, confirms(days(30)))).toBe('pending-approval');
    expect(standsAt(days(60), alleged, refuses(okafor, days(20)), confirms(days(30)))).toBeUndefined();
  });

  it('is not raised by a row that nobody was heard to say', () => {
    expect(standsAt(days(31), confirms(days(30)))).toBeUndefined();
    expect(standsAt(days(31), said, listed(days(30), 'presence', localReference))).toBe('active');
    expect(standsAt(days(year), said, listed(days(200), 'presence', localReference))).toBe('suspended');
  });
});

it('a confirmation denies nothing, and leaves a denial', () => {
  const hub = memoryHub();
  const denied = withdraws('repairs', days(2));
  const repairs = { ...confirms(days(3)), source: 'urn:lintel:system:repairs' as const };
  for (const event of [asserts('tenancy', days(0)), denied, repairs]) hub.hear([event], instant(days(4)));
  expect(hub.stored(person)?.flags[code]?.conflict?.deniedBy).toEqual(['repairs']);
});
