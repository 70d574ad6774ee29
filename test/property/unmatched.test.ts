import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedId } from '../../functions/core/envelope/derived-id.ts';
import { broughtBy, broughtTo, unmatchedEvents } from '../../functions/core/quarantine/unmatched.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { propertySubject, type Uprn } from '../../schemas/reference.ts';
import { anyEvent, anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { alderCourt2, flat4, flat5, flat7, instant, larchHouse } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');
const learnt = derivedId('learnt', 'a text');
const anew = derivedId('learnt', 'the same text, later');
const homes = [flat4, flat5, flat7, alderCourt2];
const brought = (event: SystemEvent): SystemEvent => ({
  ...event,
  id: derivedId(event.id, 'brought'),
  learntkey: learnt,
});
const isAt = (uprn: Uprn, { data }: SystemEvent) =>
  data.subjects.some(({ subject }) => subject === propertySubject(uprn));

function heard(batches: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  return hub;
}

/** What is true of each home and what shows there, without how much was heard. */
function known(hub: ReturnType<typeof memoryHub>) {
  return homes.map(uprn => {
    const { record } = hub.stored(propertySubject(uprn)) ?? {};
    const {
      openCases = {},
      hazards = [],
      heldFlags = {},
      leaks = [],
      access = [],
      closings = [],
    } = record ?? {};
    return {
      openCases,
      hazards,
      heldFlags,
      leaks,
      access,
      closings,
      flags: hub.flags(propertySubject(uprn), now),
    };
  });
}

/** Events, some of which came to one home by a key that was learnt. */
const stories = fc
  .uniqueArray(fc.tuple(anyEvent, fc.boolean()), { selector: ([{ id }]) => id, minLength: 1, maxLength: 25 })
  .map(some => some.filter(([{ entryid }]) => entryid === undefined))
  .map(some => some.map(([event, byKey]) => (byKey && isAt(flat4, event) ? brought(event) : event)))
  .chain(events => {
    const off = unmatchedEvents(learnt, broughtBy(learnt, events), now);
    return fc.tuple(fc.constant(events), anyHearing([...events, ...off]));
  });

describe('what a forgotten key brought', () => {
  it('counts nowhere, in whatever order and however often that is heard', () => {
    fc.assert(
      fc.property(stories, ([events, hearing]) => {
        const others = events.filter(({ learntkey }) => learntkey !== learnt);
        expect(known(heard(hearing))).toEqual(known(heard([others])));
      }),
      { numRuns: runs(300) },
    );
  });

  it('is at the home that the key means, as if it had come there at once', () => {
    const to = { uprn: alderCourt2, block: larchHouse };
    fc.assert(
      fc.property(stories, ([events, hearing]) => {
        const moved = (event: SystemEvent) => broughtTo({ event, key: 'a text', uprn: flat4 }, to, anew);
        const right = events.map(event => (event.learntkey === learnt ? moved(event) : event));
        const all = [...hearing, right.filter(({ learntkey }) => learntkey === anew)];
        expect(known(heard(all))).toEqual(known(heard([right])));
        for (const [index, event] of right.entries())
          expect([event.time, event.observedtime]).toEqual([
            events[index]?.time,
            events[index]?.observedtime,
          ]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('is said to everybody to whom it came, forty at a time', () => {
    const flats = Array.from({ length: 95 }, (_, number) =>
      propertySubject(`9${String(number).padStart(3, '0')}` as Uprn),
    );
    const events = flats.map(subject => ({
      learntkey: learnt,
      data: { subjects: [{ subject, role: 'home' }] },
    }));
    const off = unmatchedEvents(learnt, events as unknown as SystemEvent[], now);
    expect(off.map(({ data }) => data.subjects.length)).toEqual([40, 40, 15]);
    expect(new Set(off.map(({ id }) => id)).size).toBe(3);
    expect(unmatchedEvents(learnt, [], now)).toEqual([]);
  });
});
