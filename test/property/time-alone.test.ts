import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flagsOf } from '../../functions/core/flags/derive.ts';
import { nextChangeOf } from '../../functions/core/flags/next-change.ts';
import { isInForce } from '../../schemas/flag-life.ts';
import { type Instant, instantOf } from '../../schemas/reference.ts';
import { anyEvent, anyHearing } from '../support/arbitrary-events.ts';
import { runs } from '../support/effort.ts';
import { memoryHub } from '../support/memory-hub.ts';

const hour = 3_600_000;
/** From when the events happen to long after the last flag can be in force. */
const someTime = fc
  .integer({ min: 0, max: 3 * 365 * 24 })
  .map(hours => instantOf(Date.UTC(2025, 5, 2) + hours * hour));
const events = fc.uniqueArray(anyEvent, { selector: ({ id }) => id, minLength: 1, maxLength: 30 });

it('nothing changes before the instant at which a record says that time will change something', () => {
  fc.assert(
    fc.property(events, someTime, fc.double({ min: 0, max: 1, noNaN: true }), (heard, at, share) => {
      const hub = memoryHub();
      hub.hear(heard, at);
      for (const { record } of Object.values(hub.state(at))) {
        const next = nextChangeOf(record, at);
        const last = next === undefined ? Date.parse(at) + 10 * 365 * 24 * hour : Date.parse(next) - 1;
        const between = instantOf(Math.floor(Date.parse(at) + share * (last - Date.parse(at))));
        expect(next === undefined || next > at).toBe(true);
        expect(flagsOf(record, between)).toEqual(flagsOf(record, at));
        expect(flagsOf(record, instantOf(last))).toEqual(flagsOf(record, at));
      }
    }),
    { numRuns: runs(400) },
  );
});

it('after the clock has had its say, systems show exactly what is in force, whenever what was heard', () => {
  const cases = events.chain(all =>
    fc.tuple(anyHearing(all), fc.array(someTime, { minLength: 1, maxLength: 8 }), someTime),
  );
  fc.assert(
    fc.property(cases, ([hearing, times, end]) => {
      const hub = memoryHub();
      const hours = [...times, end].sort();
      const last = hours.at(-1) ?? end;
      for (const [index, batch] of hearing.entries()) {
        hub.hear(batch, hours[Math.min(index, hours.length - 1)] ?? last);
      }
      hub.tick(last);
      const announced = hub.announcements.length;
      expect(shownBy(hub)).toEqual(inForceIn(hub, last));
      hub.tick(last);
      expect(hub.announcements).toHaveLength(announced);
    }),
    { numRuns: runs(200) },
  );
});

type Hub = ReturnType<typeof memoryHub>;

/** What a system shows that applies every announcement in turn. */
function shownBy({ announcements }: Hub): string[] {
  const shown = new Map<string, string>();
  for (const { type, data } of announcements) {
    const { id, state, places } = data.flag;
    if (type === 'housing.flag.cleared.v1') shown.delete(id);
    else shown.set(id, `${id} ${state} ${places}`);
  }
  return [...shown.values()].sort();
}

function inForceIn(hub: Hub, at: Instant): string[] {
  return Object.values(hub.state(at))
    .flatMap(({ flags }) => Object.values(flags))
    .filter(isInForce)
    .map(({ id, state, places }) => `${id} ${state} ${places}`)
    .sort();
}
