import { beforeEach, describe, expect, it } from 'vitest';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import type { SendOutcome } from '../../functions/core/delivery/send-outcome.ts';
import { secondsAfter } from '../../functions/core/time/instants.ts';
import { type Send, versionIn } from '../../functions/delivery/deliver/send.ts';
import { sentAgainAttribute } from '../../functions/shell/queues.ts';
import type { Deliveries } from '../../functions/shell/tables/deliveries/deliveries-store.ts';
import { flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import { announcement } from '../support/announcements.ts';
import { instant } from '../support/events.ts';
import { type DeliveryDesk, deskTime, openDeliveryDesk } from './support/delivery-desk.ts';
import { changed, cleared, raised } from './support/flag-events.ts';
import { contents } from './support/tables.ts';

let desk: DeliveryDesk;
beforeEach(async () => {
  desk = await openDeliveryDesk();
});

const answers =
  (outcome: SendOutcome): Send =>
  () =>
    Promise.resolve(outcome);

describe('the delivery of a flag', () => {
  it('says it in the system’s own format with its own reference, and keeps the receipt', async () => {
    const event = raised('active-leak', 3);
    expect(await desk.deliver([event])).toEqual([]);
    expect(desk.sent).toMatchObject([
      {
        event: { id: event.id },
        message: { body: { rows: [{ Block: 'LARCH HO', Flat: 'FLAT 4', Warning: 'ACTIVE LEAK' }] } },
      },
    ]);
    expect(await contents(desk.table)).toEqual([
      {
        pk: 'SYSTEM#leaks',
        sk: 'FLAG#active-leak~property~200000471104',
        version: 3,
        state: 'in-force',
        eventId: event.id,
        sentAt: deskTime,
        heardFrom: event.data.flag.sources,
        since: event.data.flag.since,
        toldFrom: deskTime,
        acknowledgedVersion: 3,
        acknowledgedState: 'in-force',
        acknowledgedAt: deskTime,
      },
    ]);
  });

  it('into an inbox is not acknowledged by that: what was acknowledged before stays known', async () => {
    await desk.deliver([raised('active-leak', 3)]);
    const send = answers({ kind: 'taken', acknowledged: false });
    expect(await desk.deliver([cleared('active-leak', 5)], { send })).toEqual([]);
    expect(await contents(desk.table)).toMatchObject([
      { version: 5, state: 'cleared', acknowledgedVersion: 3, acknowledgedAt: deskTime },
    ]);
  });

  it('says since when the system shows it, over every version, and from when to when it did', async () => {
    await desk.deliver([raised('active-leak', 3)]);
    await desk.deliver([raised('active-leak', 4)]);
    const { sources: heardFrom, since } = raised('active-leak', 4).data.flag;
    expect(await contents(desk.table)).toMatchObject([{ version: 4, toldFrom: deskTime, heardFrom, since }]);
    await desk.deliver([cleared('active-leak', 5)]);
    const [row] = await contents(desk.table);
    expect(row).toMatchObject({ endedFrom: deskTime, endedAt: deskTime, heardFrom, since });
    expect(row).not.toHaveProperty('toldFrom');
  });

  it('is not repeated, and an older version never follows a newer one', async () => {
    await desk.deliver([raised('active-leak', 3)]);
    await desk.deliver([raised('active-leak', 3), cleared('active-leak', 5), raised('active-leak', 4)]);
    await desk.deliver([raised('active-leak', 4)]);
    expect(desk.sent.map(({ event }) => versionIn(event))).toEqual([3, 5]);
    expect(await contents(desk.table)).toMatchObject([{ version: 5, state: 'cleared' }]);
  });

  it('is withheld from a team that may not know of the flag', async () => {
    const hidden = flagDefinitions.find(({ code }) => flagVisibility(code, leaks.manifest.team) === 'none');
    expect(hidden).toBeDefined();
    expect(await desk.deliver([raised(hidden?.code ?? 'active-leak', 1)])).toEqual([]);
    expect(desk.sent).toEqual([]);
    expect(await contents(desk.table)).toEqual([]);
  });

  it('comes again with the same id when the process ends before the receipt', async () => {
    const event = raised('active-leak', 3);
    const dies: Deliveries = {
      ...desk.deliveries,
      finish: () => Promise.reject(new Error('the process was killed')),
    };
    expect(await desk.deliver([event], { deliveries: dies })).toEqual(['m-0']);
    expect(await desk.deliver([event], { now: () => secondsAfter(deskTime, 60) })).toEqual([]);
    expect(desk.sent.map(({ event: { id } }) => id)).toEqual([event.id, event.id]);
  });
});

describe('what a system is told', () => {
  it('of a block’s flag names the block and every home in it, each by the system’s own reference', async () => {
    const [block, ...flats] = ['200000471100', '200000471101', '200000471112'];
    await desk.deliver([announcement('raised', { code: 'asbestos', places: [block ?? ''] })]);
    const [sent] = desk.sent;
    const { rows = [] } = (sent?.message.body ?? {}) as { rows?: Record<string, unknown>[] };
    expect(rows[0]).toMatchObject({ UPRN: block, Block: 'LARCH HO', Flat: 'COMMUNAL' });
    expect(rows.map(({ UPRN }) => UPRN)).toEqual(expect.arrayContaining(flats));
    expect(rows).toContainEqual(expect.objectContaining({ UPRN: '200000471101', Flat: 'FLAT 1' }));
  });

  it('without a format of its own is the CloudEvent, with its own reference of each home', async () => {
    const { outbound: _, ...plain } = leaks;
    const event = raised('active-leak', 3);
    await desk.deliver([event], { adapter: plain });
    expect(desk.sent[0]?.message).toEqual({
      contentType: 'application/cloudevents+json',
      body: {
        ...event,
        data: {
          ...event.data,
          references: [{ uprn: '200000471104', reference: 'LARCH HO/FLAT 4' }],
        },
      },
    });
  });
});

describe('a system that does not take a flag now', () => {
  const send: Send = (message, event) =>
    'flag' in event.data && event.data.flag.code === 'active-leak'
      ? Promise.resolve({ kind: 'later', reason: 'answered 503' })
      : desk.takes(message, event);

  it('is tried again later, without a receipt, and holds nothing else up', async () => {
    expect(await desk.deliver([raised('active-leak', 3), raised('recurrent-leak', 3)], { send })).toEqual([
      'm-0',
    ]);
    expect(desk.retriedLater).toEqual([{ id: 'm-0', seconds: 5 }]);
    expect(await contents(desk.table)).toMatchObject([
      { sk: 'FLAG#active-leak~property~200000471104' },
      { sk: 'FLAG#recurrent-leak~property~200000471104', version: 3 },
    ]);
    expect(await desk.deliver([raised('active-leak', 3)])).toEqual([]);
  });

  it('is not tried with the versions that wait behind the one that is retried', async () => {
    const tried: number[] = [];
    const counting: Send = (message, event) => {
      tried.push(versionIn(event) ?? 0);
      return send(message, event);
    };
    const failed = await desk.deliver([raised('active-leak', 3), cleared('active-leak', 4)], {
      send: counting,
    });
    expect(failed).toEqual(['m-0', 'm-1']);
    expect(tried).toEqual([3]);
  });

  it('is not tried before the time that it named', async () => {
    const notBefore = instant('2025-06-02T07:52:00Z');
    await desk.deliver([raised('active-leak', 3)], {
      send: answers({ kind: 'later', reason: 'answered 429', notBefore }),
    });
    expect(desk.retriedLater).toEqual([{ id: 'm-0', seconds: 630 }]);
  });

  it('is tried more and more rarely, and after five days no more', async () => {
    const attempt = (hours: number, receives: number) => {
      const SentTimestamp = String(Date.parse(deskTime) - hours * 3_600_000);
      return desk.deliver(
        [raised('active-leak', 3)],
        { send },
        { attributes: { SentTimestamp, ApproximateReceiveCount: String(receives) } },
      );
    };
    expect(await attempt(119.9, 700)).toEqual(['m-0']);
    expect(desk.retriedLater).toEqual([{ id: 'm-0', seconds: 600 }]);
    expect(await attempt(120, 701)).toEqual([]);
    expect(desk.deadLettered).toEqual([{ id: 'm-0', reason: 'not delivered within 5 days: answered 503' }]);
  });

  it('is not given up after five days while somebody else’s probe may find it there', async () => {
    const SentTimestamp = String(Date.parse(deskTime) - 130 * 3_600_000);
    const untried = answers({ kind: 'later', reason: 'out of reach', untried: true });
    const attempt = desk.deliver(
      [raised('active-leak', 3)],
      { send: untried },
      { attributes: { SentTimestamp } },
    );
    expect(await attempt).toEqual(['m-0']);
    expect([desk.retriedLater.length, desk.deadLettered]).toEqual([1, []]);
  });

  it('is not begun with when the invocation could end before the answer', async () => {
    const events = [raised('active-leak', 3)];
    expect(await desk.deliver(events, {}, { millisecondsLeft: 13_999 })).toEqual(['m-0']);
    expect([desk.sent, desk.retriedLater.length]).toEqual([[], 1]);
    expect(await desk.deliver(events, {}, { millisecondsLeft: 14_000 })).toEqual([]);
  });

  it('is told of what had to wait for five days, if it takes it then', async () => {
    const SentTimestamp = String(Date.parse(deskTime) - 130 * 3_600_000);
    expect(await desk.deliver([raised('active-leak', 3)], {}, { attributes: { SentTimestamp } })).toEqual([]);
    expect([desk.sent.length, desk.deadLettered]).toEqual([1, []]);
  });
});

describe('what is sent again because the system did not hold it', () => {
  const sentAgain = {
    messageAttributes: { [sentAgainAttribute]: { dataType: 'String', stringValue: 'yes' } },
  };

  it('is no dead letter when it is not taken: the difference stands', async () => {
    const refuses = answers({ kind: 'refused', reason: 'answered 422' });
    expect(await desk.deliver([raised('active-leak', 3)], { send: refuses }, sentAgain)).toEqual([]);
    expect([desk.retriedLater, desk.deadLettered]).toEqual([[], []]);
  });

  it('is retried like anything else while the system is away', async () => {
    expect(
      await desk.deliver(
        [raised('active-leak', 3)],
        { send: answers({ kind: 'later', reason: 'answered 503' }) },
        sentAgain,
      ),
    ).toEqual(['m-0']);
    expect(desk.retriedLater).toHaveLength(1);
  });
});

describe('a change of what the system does not show', () => {
  it('is sent as raised, and after that as changed', async () => {
    await desk.deliver([changed('active-leak', 4)]);
    await desk.deliver([changed('active-leak', 5)]);
    expect(desk.sent.map(({ event }) => event.type)).toEqual([
      'housing.flag.raised.v1',
      'housing.flag.changed.v1',
    ]);
  });

  it('is sent as raised once more when it was cleared there in between', async () => {
    await desk.deliver([raised('active-leak', 3), cleared('active-leak', 4), changed('active-leak', 6)]);
    expect(desk.sent.map(({ event }) => event.type)).toEqual([
      'housing.flag.raised.v1',
      'housing.flag.cleared.v1',
      'housing.flag.raised.v1',
    ]);
  });
});

describe('what can never be told', () => {
  it('is dead-lettered at once with the reason, and what comes after it is told', async () => {
    const send: Send = (message, event) =>
      versionIn(event) === 3
        ? Promise.resolve({ kind: 'refused', reason: 'answered 422' })
        : desk.takes(message, event);
    expect(await desk.deliver([raised('active-leak', 3), cleared('active-leak', 4)], { send })).toEqual([]);
    expect(desk.deadLettered).toEqual([{ id: 'm-0', reason: 'answered 422' }]);
    expect(desk.sent).toMatchObject([{ event: { data: { flag: { version: 4 } } } }]);
  });

  it('is what is no announcement', async () => {
    expect(await desk.deliver([{ hello: 'world' }, raised('active-leak', 3)])).toEqual([]);
    expect(desk.deadLettered).toEqual([{ id: 'm-0', reason: 'it is nothing that a system is told' }]);
    expect(desk.sent).toHaveLength(1);
  });

  it('is never lost on the way to the dead letters: it comes again instead', async () => {
    const refusal = () => Promise.reject(new Error('SQS does not answer'));
    const handBack = { retryLater: refusal, deadLetter: refusal };
    expect(await desk.deliver([{ hello: 'world' }], { handBack })).toEqual(['m-0']);
  });
});
