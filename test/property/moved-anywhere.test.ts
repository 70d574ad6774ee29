import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { happenedKey } from '../../functions/core/record/timeline.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../schemas/reference.ts';
import { runs } from '../support/effort.ts';
import { eventOf, flat4 } from '../support/events.ts';
import { memoryRecords } from '../support/memory-records.ts';
import { type MovingTable, movingOn } from '../support/moving.ts';

const home = propertySubject(flat4);

/** Of one home, in any of six years; few distinct instants, so that ties and corrections of them are common. */
const anyOfHome = fc
  .record({
    year: fc.integer({ min: 2018, max: 2023 }),
    day: fc.integer({ min: 1, max: 3 }),
    number: fc.integer({ min: 1, max: 40 }),
    corrects: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6, nil: undefined }),
  })
  .map(({ year, day, number, corrects }) =>
    eventOf({
      type: 'housing.complaint.received.v1',
      ...{ at: `${year}-12-${28 + day}T23:30:00Z`, home: flat4, system: 'complaints' },
      vendorEventId: `C-${number}`,
      entry: { id: `C-${number}`, ...(corrects !== undefined && { corrects: `C-${corrects}` }) },
      data: { complaintReference: `C-${number % 4}` as LocalReference, about: 'Noise' },
    }),
  );
const anyEvents = fc.uniqueArray(anyOfHome, { selector: ({ id }) => id, minLength: 1, maxLength: 16 });

/** What is done to the table: something is heard, or all that is old enough in a year leaves, and at which call that ends. */
const anyStep = fc.oneof(
  fc.record({ hears: anyEvents }),
  fc.record({
    movesIn: fc.integer({ min: 2019, max: 2025 }),
    endsAfter: fc.option(fc.nat(25), { nil: undefined }),
  }),
);

const inOrder = (events: readonly SystemEvent[]) =>
  events.toSorted((one, other) => (happenedKey(one) > happenedKey(other) ? -1 : 1)).map(({ id }) => id);

/** Two hubs that hear the same: of the one old events leave the table. */
function twoHubs() {
  const table = memoryRecords();
  const [moving, staying] = [movingOn(table), movingOn(memoryRecords())];
  const heard = new Map<string, SystemEvent>();
  return {
    ...{ table, moving, staying },
    events: () => [...heard.values()],
    async hear(said: readonly SystemEvent[]): Promise<void> {
      // What an id said first stands.
      const events = said.map(event => heard.get(event.id) ?? event);
      for (const event of events) heard.set(event.id, event);
      for (const hub of [moving, staying]) await hub.hear(events);
    },
  };
}

describe('events that have left the table, whichever, whenever, however the run ended', () => {
  it('are told, folded and known as if they had stayed', async () => {
    const cases = fc.tuple(fc.array(anyStep, { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 7 }));
    await fc.assert(
      fc.asyncProperty(cases, async ([steps, limit]) => {
        const { table, moving, staying, events, hear } = twoHubs();
        for (const step of steps) {
          if ('hears' in step) await hear(step.hears);
          else
            await moving
              .move(`${step.movesIn}-03-01T00:00:00Z`, endingAfter(table, step.endsAfter))
              .catch(unlessKilled);
          expect(await moving.told({ subject: home, limit })).toEqual(inOrder(events()));
          const [from, until] = ['2019-12-30', '2022-12-31'];
          const between = events().filter(({ time }) => time >= from && time < until);
          expect(await moving.told({ subject: home, limit, from, until })).toEqual(inOrder(between));
          expect(await moving.rebuilt(home)).toEqual(await staying.rebuilt(home));
          expect(moving.refused).toEqual(staying.refused);
        }
        await moving.move('2025-03-01T00:00:00Z');
        expect(table.keys().filter(isEventOfHome)).toEqual([]);
        expect(await moving.told({ subject: home, limit })).toEqual(inOrder(events()));
      }),
      { numRuns: runs(15) },
    );
  });
});

const isEventOfHome = ({ pk, sk }: { pk: string; sk: string }) =>
  pk.startsWith('PROPERTY') && sk.startsWith('EVENT#');

class Killed extends Error {}

/** The same table and bucket for so many calls; from then on nothing gets through, as when the process is killed. */
function endingAfter(table: MovingTable, calls: number | undefined): MovingTable {
  let left = calls ?? Number.POSITIVE_INFINITY;
  const counted = <A extends unknown[], R>(call: (...given: A) => Promise<R>) => {
    return (...given: A): Promise<R> => {
      left -= 1;
      return left < 0 ? Promise.reject(new Killed()) : call(...given);
    };
  };
  const send = counted(command => table.client.send(command as never));
  return {
    ...table,
    client: new Proxy(table.client, {
      get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
    }),
    moved: { read: counted(table.moved.read), write: counted(table.moved.write) },
  };
}

/** A run that was killed fails, or says of each year that it could not be moved. */
function unlessKilled(error: Error): void {
  if (!(error instanceof Killed) && !/could not be moved/.test(error.message)) throw error;
}
