import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { eventSchema } from '../../schemas/catalogue.ts';
import { maximumDetailBytes } from '../../schemas/envelope.ts';
import { maximumPlaces } from '../../schemas/flags.ts';
import type { LocalReference, Uprn } from '../../schemas/reference.ts';
import { anyEvent, anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { eventOf, instant, mrB } from '../support/events.ts';
import { memoryHub } from '../support/memory-hub.ts';

const now = instant('2025-07-01T12:00:00Z');

/** The relay refuses what it cannot read, and then everything behind it waits. */
function expectReadable(batches: readonly (readonly SystemEvent[])[]) {
  const hub = memoryHub();
  for (const batch of batches) hub.hear(batch, now);
  for (const announcement of hub.announcements) {
    expect(eventSchema.parse(announcement)).toEqual(announcement);
    expect(JSON.stringify(announcement).length).toBeLessThan(maximumDetailBytes);
  }
  return hub.announcements;
}

it('whatever the hub announces is of the shared language', () => {
  const hearings = fc
    .uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 30 })
    .chain(anyHearing);
  fc.assert(
    fc.property(hearings, batches => void expectReadable(batches)),
    { numRuns: runs(200) },
  );
});

it('a person who stands in for the tenants of a whole estate does not keep every other announcement waiting', () => {
  const homes = Array.from({ length: maximumPlaces + 50 }, (_, index) => `1000${index}` as Uprn);
  const movedIn = homes.map((home, index) =>
    eventOf({
      type: 'housing.tenancy.started.v1',
      at: '2025-06-02T00:00:00Z',
      system: 'tenancy',
      home,
      persons: [mrB],
      data: {
        tenancyReference: `T-${index}` as LocalReference,
        tenure: 'Secure',
        household: [{ person: mrB, responsible: true }],
      },
    }),
  );
  const flagged = eventOf({
    type: 'housing.flag.asserted.v1',
    at: '2025-06-02T00:00:00Z',
    system: 'tenancy',
    persons: [mrB],
    data: { code: 'do-not-visit-alone', localCode: 'VA' },
  });
  const announced = expectReadable([movedIn, [flagged]]);
  expect(announced).toMatchObject([{ data: { flag: { places: { length: maximumPlaces } } } }]);
});
