import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { instant, mrB } from '../../../support/events.ts';
import { lindqvist, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const now = instant('2025-12-01T09:00:00Z');
const code = 'do-not-visit-alone';
const { alleges, approves, asserts, clears, refuses, withdraws } = sayingsOf(code);
const day = (number: number) => `2025-10-${String(number).padStart(2, '0')}T10:00:00Z`;

/** The state of the flag after these events, or undefined when there is none. */
function stateAfter(...events: SystemEvent[]): string | undefined {
  const hub = memoryHub();
  for (const event of events) hub.hear([event], now);
  return hub.stored(personSubject(mrB))?.flags[code]?.state;
}

describe('what a system says of somebody’s conduct', () => {
  it.each([
    ['waits for a second person', [alleges('tenancy', day(6))], 'pending-approval'],
    [
      'is active when an officer approves it',
      [alleges('tenancy', day(6)), approves(lindqvist, day(7))],
      'active',
    ],
    [
      'is active when its system says who approved it',
      [alleges('tenancy', day(6)), asserts('tenancy', day(7))],
      'active',
    ],
    [
      'stays approved when it is said again without a word of that',
      [asserts('tenancy', day(6)), alleges('tenancy', day(20))],
      'active',
    ],
    [
      'waits again when it was taken back in between',
      [asserts('tenancy', day(6)), withdraws('tenancy', day(8)), alleges('tenancy', day(20))],
      'pending-approval',
    ],
    ['is gone when it is refused', [alleges('tenancy', day(6)), refuses(lindqvist, day(7))], undefined],
    [
      'waits again when it is said after it was refused',
      [alleges('tenancy', day(6)), refuses(lindqvist, day(7)), alleges('tenancy', day(8))],
      'pending-approval',
    ],
    [
      'is refused where it was said anew after a clearance, whatever was approved before that',
      [
        asserts('tenancy', day(3)),
        alleges('tenancy', day(5)),
        clears(lindqvist, day(4)),
        refuses(lindqvist, day(7)),
      ],
      undefined,
    ],
    [
      'is not refused with another system’s where its own system approved it',
      [asserts('tenancy', day(5)), alleges('repairs', day(6)), refuses(lindqvist, day(7))],
      'active',
    ],
  ])('%s, in any order', (_what, events, state) => {
    const anyOrder = fc.shuffledSubarray([...events], { minLength: events.length });
    const holds = (shuffled: SystemEvent[]) => stateAfter(...shuffled, ...shuffled) === state;
    fc.assert(fc.property(anyOrder, holds));
  });
});
