import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openHazards } from '../../functions/core/record/hazards.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { propertySubject } from '../../schemas/reference.ts';
import { anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { flat4, instant } from '../support/events.ts';
import { closes, finds, suspects, works } from '../support/hazard-events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2030-01-01T12:00:00Z');
const home = propertySubject(flat4);
/** Four years of few days, so that ties, late openings and late endings are common. */
const day = fc
  .integer({ min: 0, max: 80 })
  .map(n => new Date(Date.UTC(2025, 0, 1) + n * 18 * 24 * 3_600_000).toISOString().slice(0, 10));
const system = fc.constantFrom('leaks', 'repairs', 'complaints', 'disrepair');

const isEnding = ({ type, data }: SystemEvent) =>
  (type === 'housing.hazard.closed.v1' && data.outcome !== 'no-access') ||
  (type === 'housing.hazard.investigated.v1' && data.result === 'none');
const isReport = (event: SystemEvent) =>
  (event.type === 'housing.hazard.suspected.v1' || event.type === 'housing.hazard.investigated.v1') &&
  !isEnding(event);

const said: fc.Arbitrary<SystemEvent> = fc
  .record({
    day,
    system,
    what: fc.nat(8),
    outcome: fc.constantFrom('remedied' as const, 'no-access' as const),
  })
  .map(({ day: on, system: by, what, outcome }) => {
    if (what === 0) return finds(on, 'none', { system: by });
    if (what === 1) return finds(on, 'significant', { system: by });
    if (what === 2) return works('made-safe', on, { system: by });
    if (what === 3) return works('works-completed', on, { system: by });
    if (what <= 5) return closes(on, { system: by, outcome });
    return suspects(on, by);
  });
const anySaid = (maxLength: number) =>
  fc
    .uniqueArray(said, { selector: ({ id }) => id, minLength: 1, maxLength })
    .chain(events => fc.tuple(fc.constant(events), anyHearing(events)));

function hubThatHeard(batches: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  return hub;
}

/** Occurrences by the definition: in order of time, a report opens one where none is open, an ending closes it. */
function byDefinition(events: readonly SystemEvent[]) {
  const rank = (event: SystemEvent) => (isEnding(event) ? 1 : 0);
  const inOrder = events.toSorted((a, b) => a.time.localeCompare(b.time) || rank(a) - rank(b));
  const spans: { openedAt: string; closedAt?: string }[] = [];
  for (const event of inOrder) {
    const last = spans.at(-1);
    const isOpen = last !== undefined && last.closedAt === undefined;
    if (isReport(event) && !isOpen) spans.push({ openedAt: event.time });
    if (isEnding(event) && isOpen) last.closedAt = event.time;
  }
  return spans;
}

describe('occurrences', () => {
  it('are the same byte for byte in any order, with any repetition, also when more was said than is kept', () => {
    fc.assert(
      fc.property(anySaid(150), ([events, hearing]) => {
        const [plain, disturbed] = [hubThatHeard([events]), hubThatHeard(hearing)];
        expect(canonicalize(disturbed.state(now))).toBe(canonicalize(plain.state(now)));
      }),
      { numRuns: runs(150) },
    );
  });

  it('are parted and joined as late openings and late endings say', () => {
    fc.assert(
      fc.property(anySaid(8), ([events, hearing]) => {
        const hazards = hubThatHeard(hearing).record(home)?.hazards ?? [];
        const shown = hazards.map(({ openedAt, closedAt }) => ({
          openedAt: String(openedAt),
          ...(closedAt === undefined ? {} : { closedAt: String(closedAt) }),
        }));
        const spans = byDefinition(events);
        const open = spans.filter(({ closedAt }) => closedAt === undefined);
        expect(shown).toEqual([...spans.filter(span => !open.includes(span)).slice(-2), ...open]);
      }),
      { numRuns: runs(400) },
    );
  });

  it('are open exactly when something was reported after the last ending, however much was said', () => {
    fc.assert(
      fc.property(anySaid(150), ([events, hearing]) => {
        const isOpen = byDefinition(events).at(-1)?.closedAt === undefined && events.some(isReport);
        const record = hubThatHeard(hearing).record(home);
        expect(record === undefined ? false : openHazards(record).length === 1).toBe(isOpen);
      }),
      { numRuns: runs(150) },
    );
  });
});
