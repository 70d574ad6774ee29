import { expect, it } from 'vitest';
import { guard } from '../../functions/delivery/deliver/guard.ts';
import { fullJitter } from '../../functions/shell/backoff.ts';
import { makeCircuitStore } from '../../functions/shell/tables/deliveries/circuit-store.ts';
import { systemNameSchema } from '../../schemas/reference.ts';
import { deskTime, openDeliveryDesk } from './support/delivery-desk.ts';
import { raised } from './support/flag-events.ts';

/** Flags of one home that the leaks team may all know of. */
const codes = ['active-leak', 'electrics-isolated', 'access-missed', 'asbestos', 'gas-isolated'] as const;

/** Delivers flags as one batch, and counts what is asked of the tables for it. */
async function callsFor(events: readonly unknown[]) {
  const desk = await openDeliveryDesk();
  const calls: Record<string, number> = { directory: 0 };
  desk.table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      args => {
        calls[commandName] = (calls[commandName] ?? 0) + 1;
        return next(args);
      },
    { step: 'initialize' },
  );
  const circuits = makeCircuitStore({
    ...desk.table,
    system: systemNameSchema.parse('leaks'),
    pause: fullJitter({ base: 1, cap: 20 }),
  });
  const again = await desk.deliver(events, {
    send: guard({ send: desk.takes, circuits, now: () => deskTime })(),
    directory: {
      ...desk.directory,
      placesOf(uprns) {
        calls['directory'] = (calls['directory'] ?? 0) + 1;
        return desk.directory.placesOf(uprns);
      },
    },
  });
  expect(again).toEqual([]);
  expect(desk.sent).toHaveLength(events.length);
  return calls;
}

it('asks four things of the tables for one flag, and of a batch circuit and places once: 2.4 a flag in fives', async () => {
  expect(await callsFor([raised('active-leak', 1)])).toEqual({
    directory: 1,
    GetItemCommand: 1,
    UpdateItemCommand: 2,
  });
  const batch = codes.map(code => raised(code, 1));
  expect(await callsFor(batch)).toEqual({ directory: 1, GetItemCommand: 1, UpdateItemCommand: 10 });
});
