import type { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { heldBy } from '../../functions/core/delivery/held.ts';
import { type Send, versionIn } from '../../functions/delivery/deliver/send.ts';
import { type Deliveries, makeDeliveries } from '../../functions/shell/tables/deliveries/deliveries-store.ts';
import { deliverySchema } from '../../functions/shell/tables/deliveries/items.ts';
import { type Instant, instantOf, systemNameSchema } from '../../schemas/reference.ts';
import { type DeliveryDesk, deskTime, openDeliveryDesk } from './support/delivery-desk.ts';
import { cleared, raised } from './support/flag-events.ts';
import { contents } from './support/tables.ts';

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = await openDeliveryDesk();
});

const afterwards = (seconds: number): Instant => instantOf(Date.parse(deskTime) + seconds * 1000);

/** A receiver that has heard a message long before it answers. */
function slowReceiver() {
  const heard: number[] = [];
  const [reached, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const send: Send = async (_message, event) => {
    heard.push(versionIn(event) ?? 0);
    reached.resolve();
    await answer.promise;
    return { kind: 'taken', acknowledged: true };
  };
  return { heard, send, reached: reached.promise, answer: () => answer.resolve() };
}

describe('two invocations with versions of one flag', () => {
  it('do not overtake each other: while one is told the other is retried later, and then told or withheld', async () => {
    const slow = slowReceiver();
    const first = desk.deliver([raised('active-leak', 4)], { send: slow.send });
    await slow.reached;
    expect(await desk.deliver([cleared('active-leak', 5)])).toEqual(['m-0']);
    expect(await desk.deliver([raised('active-leak', 3)])).toEqual(['m-0']);
    expect(desk.sent).toEqual([]);
    slow.answer();
    expect(await first).toEqual([]);
    expect(await desk.deliver([cleared('active-leak', 5)])).toEqual([]);
    expect(await desk.deliver([raised('active-leak', 3)])).toEqual([]);
    expect([...slow.heard, ...desk.sent.map(({ event }) => versionIn(event))]).toEqual([4, 5]);
  });

  it('with many versions, batches and invocations at once, the receiver hears none after a higher one', async () => {
    const heard: number[] = [];
    const send: Send = async (_message, event) => {
      heard.push(versionIn(event) ?? 0);
      await new Promise(setImmediate);
      return { kind: 'taken', acknowledged: true };
    };
    const versions = Array.from({ length: 12 }, (_, index) => index + 1);
    let waiting = versions.toSorted((a, b) => ((a * 7) % 12) - ((b * 7) % 12));
    while (waiting.length > 0) {
      const batches = waiting.map(version => desk.deliver([raised('active-leak', version)], { send }));
      const again = await Promise.all(batches);
      waiting = waiting.filter((_, index) => (again[index]?.length ?? 0) > 0);
    }
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
    expect(new Set(heard).size).toBe(heard.length);
    expect(heard.at(-1)).toBe(12);
    expect(await contents(desk.table)).toMatchObject([{ version: 12, acknowledgedVersion: 12 }]);
    expect(await contents(desk.table)).not.toMatchObject([{ lease: expect.anything() }]);
  });

  it('go side by side when the flags are two', async () => {
    const slow = slowReceiver();
    const first = desk.deliver([raised('active-leak', 4)], { send: slow.send });
    await slow.reached;
    expect(await desk.deliver([raised('recurrent-leak', 4)])).toEqual([]);
    slow.answer();
    await first;
  });
});

describe('an invocation that dies while it tells', () => {
  const dead: Partial<Deliveries> = {
    finish: () => Promise.reject(new Error('killed')),
    abandon: () => Promise.reject(new Error('killed')),
  };

  it('holds its lease no longer than it could have lived and what it sent could be under way; then the same message goes out again', async () => {
    const event = raised('active-leak', 4);
    await desk.deliver([event], { deliveries: { ...desk.deliveries, ...dead } });
    expect(await desk.deliver([event], { now: () => afterwards(59) })).toEqual(['m-0']);
    expect(await desk.deliver([event], { now: () => afterwards(60) })).toEqual([]);
    expect(desk.sent.map(({ event: { id } }) => id)).toEqual([event.id, event.id]);
  });

  it('and wakes up when another has told a higher version writes nothing over it', async () => {
    const slow = slowReceiver();
    const first = desk.deliver([raised('active-leak', 4)], { send: slow.send });
    await slow.reached;
    const late = { now: () => afterwards(65) };
    expect(await desk.deliver([cleared('active-leak', 5)], late)).toEqual([]);
    slow.answer();
    expect(await first).toEqual(['m-0']);
    expect(await desk.deliver([raised('active-leak', 4)], late)).toEqual([]);
    expect(await contents(desk.table)).toMatchObject([{ version: 5, state: 'cleared' }]);
  });

  it('and was overtaken by a lower version tells its own again, so that it is the last', async () => {
    const slow = slowReceiver();
    const first = desk.deliver([cleared('active-leak', 5)], { send: slow.send });
    await slow.reached;
    const late = { now: () => afterwards(65) };
    expect(await desk.deliver([raised('active-leak', 4)], late)).toEqual([]);
    slow.answer();
    expect(await first).toEqual(['m-0']);
    expect(await desk.deliver([cleared('active-leak', 5)], late)).toEqual([]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([4, 5]);
  });
});

describe('a push that nobody answered', () => {
  const later =
    (more: object): Send =>
    () =>
      Promise.resolve({ kind: 'later', reason: 'no answer', ...more });

  it('keeps the lease until what it sent cannot arrive any more: a later version waits', async () => {
    await desk.deliver([raised('active-leak', 4)], { send: later({ unanswered: true }) });
    expect(await desk.deliver([cleared('active-leak', 5)], { now: () => afterwards(59) })).toEqual(['m-0']);
    expect(await desk.deliver([cleared('active-leak', 5)], { now: () => afterwards(60) })).toEqual([]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([5]);
  });

  it('is another thing than one that was answered “not now”: a later version goes out at once', async () => {
    await desk.deliver([raised('active-leak', 4)], { send: later({}) });
    expect(await desk.deliver([cleared('active-leak', 5)], { now: () => afterwards(1) })).toEqual([]);
  });
});

describe('a failure of the hub’s own', () => {
  const soon = { now: () => afterwards(1) };
  const broken = () => Promise.reject(new Error('throttled'));

  it.each<[string, Parameters<DeliveryDesk['deliver']>[1]]>([
    ['to translate', { directory: { homesIn: broken, placesOf: broken } as never }],
    ['to begin sending', { send: broken }],
  ])('%s gives the lease up: nothing was sent, and a later version goes out at once', async (_, fault) => {
    expect(await desk.deliver([raised('active-leak', 4)], fault)).toEqual(['m-0']);
    expect((await contents(desk.table))[0]).not.toHaveProperty('lease');
    expect(await desk.deliver([cleared('active-leak', 5)], soon)).toEqual([]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([5]);
  });

  it('to write that it was sent keeps the lease: it may be taken yet, and a later version waits', async () => {
    const deliveries = { ...desk.deliveries, finish: broken };
    expect(await desk.deliver([raised('active-leak', 4)], { deliveries })).toEqual(['m-0']);
    expect(await desk.deliver([cleared('active-leak', 5)], soon)).toEqual(['m-0']);
    expect(await desk.deliver([cleared('active-leak', 5)], { now: () => afterwards(60) })).toEqual([]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([4, 5]);
  });
});

describe('receipts', () => {
  const flag = raised('active-leak', 4).data.flag;
  const inbox: Send = () => Promise.resolve({ kind: 'taken', acknowledged: false });

  it('acknowledge the version that was sent, once: the first counts', async () => {
    await desk.deliver([raised('active-leak', 4)], { send: inbox });
    expect(await desk.deliveries.acknowledge(flag, 4, afterwards(10))).toBe('acknowledged');
    expect(await desk.deliveries.acknowledge(flag, 4, afterwards(20))).toBe('acknowledged');
    expect(await contents(desk.table)).toMatchObject([
      { version: 4, acknowledgedVersion: 4, acknowledgedAt: afterwards(10) },
    ]);
  });

  it('of a version that a higher one has followed are stale; of one that was never sent, unknown', async () => {
    await desk.deliver([raised('active-leak', 4)], { send: inbox });
    expect(await desk.deliveries.acknowledge(flag, 3, deskTime)).toBe('stale');
    expect(await desk.deliveries.acknowledge(flag, 5, deskTime)).toBe('unknown');
    const other = raised('recurrent-leak', 4).data.flag;
    expect(await desk.deliveries.acknowledge(other, 4, deskTime)).toBe('unknown');
    expect(await contents(desk.table)).toHaveLength(1);
  });

  it('of a warning that has ended since say that the system still holds it, until it takes the clearance', async () => {
    const held = async () => heldBy(deliverySchema.parse((await contents(desk.table))[0]));
    await desk.deliver([raised('active-leak', 4)], { send: inbox });
    await desk.deliver([cleared('active-leak', 5)], { send: inbox, now: () => afterwards(20) });
    expect(await held()).toBeUndefined();
    expect(await desk.deliveries.acknowledge(flag, 4, afterwards(30))).toBe('stale');
    expect(await held()).toEqual({ version: 4, since: afterwards(20) });
    expect(await desk.deliveries.acknowledge(flag, 5, afterwards(40))).toBe('acknowledged');
    expect(await held()).toBeUndefined();
    expect(await desk.deliveries.acknowledge(flag, 4, afterwards(50))).toBe('stale');
    expect(await held()).toBeUndefined();
  });

  it('may come before the hub has written that it sent', async () => {
    const hasty: Send = async () => {
      expect(await desk.deliveries.acknowledge(flag, 4, deskTime)).toBe('acknowledged');
      return { kind: 'taken', acknowledged: false };
    };
    expect(await desk.deliver([raised('active-leak', 4)], { send: hasty })).toEqual([]);
    expect(await contents(desk.table)).toMatchObject([
      { version: 4, acknowledgedVersion: 4, acknowledgedState: 'in-force' },
    ]);
  });

  it('count where it failed to be written that the version was sent', async () => {
    const deliveries = { ...desk.deliveries, finish: () => Promise.reject(new Error('a conflict')) };
    expect(await desk.deliver([raised('active-leak', 4)], { send: inbox, deliveries })).toEqual(['m-0']);
    expect(await desk.deliveries.acknowledge(flag, 4, afterwards(10))).toBe('acknowledged');
    await desk.deliver([cleared('active-leak', 5)], { send: inbox, now: () => afterwards(61) });
    expect(heldBy(deliverySchema.parse((await contents(desk.table))[0]))).toMatchObject({ version: 4 });
  });

  it('hold back what is older, also where it was never written that what they are of was sent', async () => {
    const dying: Send = async () => {
      expect(await desk.deliveries.acknowledge(cleared('active-leak', 5).data.flag, 5, deskTime)).toBe(
        'acknowledged',
      );
      throw new Error('killed');
    };
    const dead = { abandon: () => Promise.reject(new Error('killed')) };
    const deliveries = { ...desk.deliveries, ...dead };
    expect(await desk.deliver([cleared('active-leak', 5)], { send: dying, deliveries })).toEqual(['m-0']);
    const late = { now: () => afterwards(61) };
    expect(await desk.deliver([raised('active-leak', 4)], late)).toEqual([]);
    expect(desk.sent).toEqual([]);
    expect(await desk.deliver([cleared('active-leak', 5)], late)).toEqual([]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([5]);
  });

  it('may come while the hub writes that it sent', async () => {
    const { client } = desk.table;
    const [looked, written] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let calls = 0;
    const send = async (command: UpdateCommand) => {
      calls += 1;
      if (calls === 2) {
        looked.resolve();
        await written.promise;
      }
      return client.send(command);
    };
    const slow = makeDeliveries({
      ...{ ...desk.table, client: { send } as unknown as typeof client },
      system: systemNameSchema.parse('leaks'),
    });
    let receipt: Promise<string> | undefined;
    const hasty: Send = async () => {
      receipt = slow.acknowledge(flag, 4, deskTime);
      await looked.promise;
      return { kind: 'taken', acknowledged: false };
    };
    await desk.deliver([raised('active-leak', 4)], { send: hasty });
    written.resolve();
    expect(await receipt).toBe('acknowledged');
    expect(await contents(desk.table)).toMatchObject([{ version: 4, acknowledgedVersion: 4 }]);
  });

  it('of another system are its own', async () => {
    await desk.deliver([raised('active-leak', 4)], { send: inbox });
    const tenancy = makeDeliveries({ ...desk.table, system: systemNameSchema.parse('tenancy') });
    expect(await tenancy.acknowledge(flag, 4, deskTime)).toBe('unknown');
  });
});
