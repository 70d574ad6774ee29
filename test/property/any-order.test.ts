import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { anyClosable, anyEvent, anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { instant } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');

function hubThatHeard(batches: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  return hub;
}

describe('promise 1: any order, any repetition, any batching of the same events gives the same record', () => {
  it('is the same byte for byte', () => {
    const cases = fc
      .uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 40 })
      .chain(events => fc.tuple(fc.constant(events), anyHearing(events)));
    fc.assert(
      fc.property(cases, ([events, hearing]) => {
        const [plain, disturbed] = [hubThatHeard([events]), hubThatHeard(hearing)];
        expect(canonicalize(disturbed.state(now))).toBe(canonicalize(plain.state(now)));
        expect(disturbed.waiting()).toEqual(plain.waiting());
      }),
      { numRuns: runs(400) },
    );
  });

  it('holds back exactly the closings of cases that were never opened', () => {
    const steps = fc.uniqueArray(anyClosable, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
    const cases = steps.chain(events => fc.tuple(fc.constant(events), anyHearing(events)));
    const caseOf = ({ source, subject, data }: SystemEvent) =>
      [source, subject, referenceIn(data)?.toUpperCase()].join();
    fc.assert(
      fc.property(cases, ([events, hearing]) => {
        const opened = new Set(events.filter(({ type }) => /raised|received/.test(type)).map(caseOf));
        const isHeld = (event: SystemEvent) => !opened.has(caseOf(event));
        const [held, taken] = [events.filter(isHeld), events.filter(event => !isHeld(event))];
        const hub = hubThatHeard(hearing);
        const recorded = Object.values(hub.state(now)).flatMap(({ timeline }) => Object.keys(timeline));
        expect(hub.waiting()).toEqual(held.map(({ id }) => id).sort());
        expect(recorded.sort()).toEqual(taken.map(({ id }) => id).sort());
      }),
      { numRuns: runs(400) },
    );
  });

  it('tells the systems of the same standing flags in the end', () => {
    const cases = fc
      .uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 30 })
      .chain(events => fc.tuple(fc.constant(events), anyHearing(events)));
    fc.assert(
      fc.property(cases, ([events, hearing]) => {
        expect(standing(hubThatHeard(hearing))).toEqual(standing(hubThatHeard([events])));
      }),
      { numRuns: runs(200) },
    );
  });
});

/** What a system shows that applies every announcement in turn, never a lower version over a higher. */
function standing(hub: ReturnType<typeof memoryHub>) {
  const shown = new Map<string, { version: number; places: string | undefined }>();
  for (const { type, data } of hub.announcements) {
    const key = `${data.flag.on} ${data.flag.code}`;
    const before = shown.get(key);
    expect(data.flag.version).toBeGreaterThan(before?.version ?? 0);
    const places = type === 'housing.flag.cleared.v1' ? undefined : data.flag.places.join();
    shown.set(key, { version: data.flag.version, places });
  }
  return [...shown]
    .flatMap(([key, { places }]) => (places === undefined ? [] : [`${key} at ${places}`]))
    .sort();
}

function referenceIn(data: SystemEvent['data']): string | undefined {
  if ('complaintReference' in data) return data.complaintReference;
  if ('claimReference' in data) return data.claimReference;
  return 'workOrderReference' in data ? data.workOrderReference : undefined;
}
