import { beforeEach, describe, expect, it } from 'vitest';
import { adapter as leaks } from '../../functions/adapters/leaks/adapter.ts';
import { beliefsOf } from '../../functions/core/delivery/reported-set.ts';
import { flagId } from '../../functions/core/flags/flag-id.ts';
import { secondsAfter } from '../../functions/core/time/instants.ts';
import type { Send } from '../../functions/delivery/deliver/send.ts';
import { isHubFlagEvent } from '../../functions/shell/event-message.ts';
import { readHoldings } from '../../functions/shell/tables/deliveries/holdings-reader.ts';
import { makeHoldingsWriter } from '../../functions/shell/tables/deliveries/holdings-writer.ts';
import type { HubFlagEvent } from '../../schemas/catalogue.ts';
import type { FlagCode } from '../../schemas/flags.ts';
import { propertySubject, uprnSchema } from '../../schemas/reference.ts';
import { deskTime } from './support/delivery-desk.ts';
import { type DriftDesk, openDriftDesk } from './support/drift-desk.ts';
import { cleared, raised } from './support/flag-events.ts';

const { system } = leaks.manifest;
const codes = ['asbestos', 'active-leak', 'recurrent-leak', 'access-missed'] as const satisfies FlagCode[];
const announced = codes.map(code => raised(code, 4));
const flags = announced.map(({ data }) => data.flag);
const [asbestos, leak, recurrent, missed] = flags.map(({ id }) => id);
const [first] = flags;
const none = { missing: 0, stale: 0, extra: 0, oldest: undefined };
const inbox: Send = () => Promise.resolve({ kind: 'taken', acknowledged: false });

let desk: DriftDesk;
beforeEach(async () => {
  desk = await openDriftDesk();
  if (first !== undefined) await desk.record(first.on, 4, flags);
});

const told = (events: readonly HubFlagEvent[]) =>
  events.map(({ type, data }) => `${type.split('.')[2]} ${data.flag.code} ${data.flag.version}`).toSorted();

describe('a system that has taken everything', () => {
  beforeEach(() => desk.deliver(announced));

  it('has no drift, and is told nothing again', async () => {
    expect(await desk.drift()).toEqual(none);
    expect(await desk.resend()).toEqual([]);
  });

  it('and has lost half of it and invented three is told what to change, and believed', async () => {
    const set = {
      flags: [
        { id: asbestos, version: 4 },
        { id: leak, version: 3 },
        { id: 'electrics-isolated~property~200000471104', version: 2 },
        { id: 'OLD-17', version: 1 },
      ],
      own: [{ localReference: 'Beware of the dog', code: 'DOG' }],
    };
    const { status, answer } = await desk.put(set);
    expect(status).toBe(200);
    expect(answer).toMatchObject({ same: 1, counts: { raise: 2, update: 1, remove: 3 }, complete: true });
    expect(answer.raise.map(({ id }) => id).toSorted()).toEqual([recurrent, missed].toSorted());
    expect(answer.update).toMatchObject([
      { id: leak, version: 4, contentType: 'application/json', message: { rows: [{ Action: 'changed' }] } },
    ]);
    expect(answer.remove).toEqual([
      { localReference: 'Beware of the dog' },
      expect.objectContaining({
        version: 4,
        message: { rows: [expect.objectContaining({ Action: 'cleared' })] },
      }),
      { id: 'OLD-17' },
    ]);
    expect(await desk.drift()).toMatchObject({ missing: 2, stale: 1, extra: 3 });
    expect(await desk.put(set)).toEqual({ status, answer });
    expect(await desk.drift()).toMatchObject({ missing: 2, stale: 1, extra: 3 });
  });

  it('is at zero once it has done what it was answered and says so', async () => {
    await desk.put({ flags: [{ id: asbestos, version: 4 }], own: [{ localReference: 'X' }] });
    const { answer } = await desk.put({ flags: flags.map(({ id, version }) => ({ id, version })) });
    expect(answer).toEqual({
      same: 4,
      counts: { raise: 0, update: 0, remove: 0 },
      raise: [],
      update: [],
      remove: [],
      complete: true,
    });
    expect(await desk.drift()).toEqual(none);
  });

  it('and has lost it all is told it again by its usual way, with the ids it had, and is at zero', async () => {
    await desk.put({ flags: [] });
    const again = await desk.resend();
    expect(again.map(({ id }) => id).toSorted()).toEqual(announced.map(({ id }) => id).toSorted());
    desk.sent.length = 0;
    await desk.deliver([...again, ...again]);
    expect(desk.sent).toHaveLength(4);
    expect(await desk.drift()).toEqual(none);
    expect(await desk.resend()).toEqual([]);
  });

  it('is told of a clearance that it did not take, and of nothing older afterwards', async () => {
    const left = flags.filter(({ code }) => code !== 'active-leak');
    if (first !== undefined) await desk.record(first.on, 6, left);
    expect(await desk.drift()).toMatchObject({ extra: 1 });
    const again = await desk.resend();
    expect(told(again)).toEqual(['cleared active-leak 6']);
    desk.sent.length = 0;
    await desk.deliver([...again, cleared('active-leak', 5), raised('active-leak', 4)]);
    expect(told(desk.sent.flatMap(({ event }) => (isHubFlagEvent(event) ? [event] : [])))).toEqual([
      'cleared active-leak 6',
    ]);
    expect(await desk.drift()).toEqual(none);
  });

  it('is told only so much at once, and the rest when it is asked again', async () => {
    await desk.put({ flags: [] });
    const some = await desk.resend(3);
    expect(some).toHaveLength(3);
    await desk.deliver(some);
    expect(await desk.resend(3)).toHaveLength(1);
  });

  it('may say a version that the hub never gave: that is not held', async () => {
    const { answer } = await desk.put({ flags: flags.map(({ id }) => ({ id, version: 99 })) });
    expect(answer.counts).toEqual({ raise: 0, update: 4, remove: 0 });
    expect(await desk.drift()).toMatchObject({ missing: 4 });
  });
});

it('answers with a block’s flag in terms of its homes, as it would be sent', async () => {
  const block = uprnSchema.parse('200000471100');
  const on = propertySubject(block);
  const flag = {
    ...raised('asbestos', 7).data.flag,
    id: flagId({ code: 'asbestos', on }),
    on,
    places: [block],
  };
  await desk.record(on, 7, [flag]);
  const { answer } = await desk.put({ flags: flags.map(({ id, version }) => ({ id, version })) });
  expect(answer).toMatchObject({ same: 4, counts: { raise: 1 } });
  const [event] = await desk.resend(1);
  if (event !== undefined) await desk.deliver([event]);
  expect(answer.raise[0]?.message).toEqual(desk.sent[0]?.message.body);
  expect(answer.raise[0]?.message).toMatchObject({
    rows: expect.arrayContaining([expect.objectContaining({ UPRN: '200000471101' })]),
  });
});

describe('a system that fetches', () => {
  beforeEach(() => desk.deliver(announced, { send: inbox }));

  it('lacks what it has not acknowledged, since the version was made, and is told it again', async () => {
    expect(await desk.drift()).toMatchObject({ missing: 4, oldest: first?.changedAt });
    const again = await desk.resend();
    expect(again).toHaveLength(4);
    const left: string[] = [];
    const leave: Send = (_message, { id }) => {
      left.push(id);
      return Promise.resolve({ kind: 'taken', acknowledged: false });
    };
    await desk.deliver(again, { send: leave });
    expect(left).toHaveLength(4);
    for (const { id } of flags) await desk.deliveries.acknowledge({ id }, 4, deskTime);
    expect(await desk.drift()).toEqual(none);
  });

  it('acknowledges clearances too: then it holds nothing, even while the next warning is on its way', async () => {
    const flag = { id: leak ?? '' };
    await desk.deliver([cleared('active-leak', 5)], { send: inbox });
    await desk.deliveries.acknowledge(flag, 5, deskTime);
    await desk.deliver([raised('active-leak', 6)], { send: inbox });
    await desk.put({
      flags: [
        { id: asbestos, version: 4 },
        { id: recurrent, version: 4 },
        { id: missed, version: 4 },
      ],
    });
    expect(await desk.drift()).toMatchObject({ missing: 1, stale: 0, extra: 0 });
  });
});

describe('a system that is behind', () => {
  const after = (minutes: number) => secondsAfter(deskTime, 60 * minutes);
  const codesOf = (events: readonly HubFlagEvent[]) => events.map(({ data }) => data.flag.code).toSorted();
  beforeEach(async () => {
    const younger = flags.map((flag, index) => ({ ...flag, changedAt: after(index) }));
    if (first !== undefined) await desk.record(first.on, 4, younger);
  });

  it('is sent the newest first where not all fits', async () => {
    expect(codesOf(await desk.resend(1))).toEqual(['access-missed']);
    expect(codesOf(await desk.resend(2))).toEqual(['access-missed', 'recurrent-leak']);
  });

  it('is sent what it has lacked for half an hour, once an hour at first', async () => {
    expect(codesOf(await desk.catchUp(after(32)))).toEqual(['active-leak', 'asbestos', 'recurrent-leak']);
    expect(codesOf(await desk.catchUp(after(47)))).toEqual(['access-missed']);
    expect(await desk.catchUp(after(91))).toEqual([]);
    expect(await desk.catchUp(after(92))).toHaveLength(3);
    const again = await desk.catchUp(after(24 * 60));
    expect(again).toHaveLength(4);
    await desk.deliver(again);
    expect(await desk.drift()).toEqual(none);
    expect(await desk.catchUp(after(48 * 60))).toEqual([]);
  });

  it('is sent the end of what nobody owes it', async () => {
    await desk.deliver([raised('asbestos', 4)]);
    if (first !== undefined) await desk.record(first.on, 5, []);
    expect(await desk.catchUp(after(29))).toEqual([]);
    const ends = await desk.catchUp(after(30));
    expect(told(ends)).toEqual(['cleared asbestos 5']);
    await desk.deliver(ends);
    expect(await desk.drift()).toEqual(none);
  });

  it('that has lost everything, as it says, is sent it without being asked', async () => {
    await desk.deliver(announced);
    await desk.put({ flags: [] });
    const again = await desk.catchUp(after(40));
    expect(again).toHaveLength(4);
    await desk.deliver(again);
    expect(await desk.drift()).toEqual(none);
  });

  it('and has it in its inbox is given a day to acknowledge it', async () => {
    await desk.deliver(announced, { send: inbox });
    expect(await desk.catchUp(after(24 * 60 - 1))).toEqual([]);
    expect(await desk.catchUp(after(24 * 60))).toHaveLength(4);
  });

  it('is left alone while it is out of reach, and when it was measured long ago', async () => {
    const since = { since: deskTime, until: after(60), probes: 1 };
    for (const state of ['open', 'half-open'] as const)
      expect(await desk.catchUp(after(40), { circuit: { state, ...since } })).toEqual([]);
    expect(await desk.catchUp(after(40), { heard: after(55) })).toEqual([]);
  });

  it('is sent one thing where nothing waits that asks whether it is back, and the rest once it is', async () => {
    const circuit = { state: 'open', since: deskTime, until: after(10), probes: 9 } as const;
    expect(await desk.catchUp(after(39), { circuit })).toEqual([]);
    const asking = await desk.catchUp(after(40), { circuit });
    expect(codesOf(asking)).toEqual(['access-missed']);
    await desk.deliver(asking);
    expect(await desk.catchUp(after(41))).toHaveLength(3);
  });
});

describe('a set that cannot be read', () => {
  it.each([
    ['no JSON', '{"flags": [', 400, /position/],
    ['no set', { flags: 'all' }, 422, /Correct/],
    ['an id with a space', { flags: [{ id: 'beware of dog', version: 1 }] }, 422, /Correct/],
    ['more than 5 MB', `{"flags":[]}${' '.repeat(5 * 1024 * 1024)}`, 413, /resend/],
  ])('%s is refused, with what to do, and nothing is changed', async (_, body, status, detail) => {
    await desk.deliver(announced);
    const refused = await desk.put(body);
    expect(refused).toMatchObject({ status, answer: { detail: expect.stringMatching(detail) } });
    expect(await desk.drift()).toEqual(none);
  });
});

describe('a set that was written down before the latest was told', () => {
  it('does not take back what the system acknowledged meanwhile', async () => {
    const { deliveries, table } = desk;
    await desk.deliver([raised('active-leak', 4)]);
    const before = await readHoldings(table, system);
    await desk.deliver([raised('active-leak', 5)]);
    const writer = makeHoldingsWriter({ ...table, system });
    const reported = { flags: new Map([[leak ?? '', 4]]), own: new Map() };
    const [belief] = beliefsOf({ ...reported, flags: new Map([[leak ?? '', 3]]) }, before);
    if (belief === undefined) throw new Error('there is nothing to believe');
    await writer.believe(belief, deskTime);
    expect((await readHoldings(table, system)).receipts.get(leak ?? '')).toMatchObject({
      version: 5,
      acknowledgedVersion: 5,
    });
    expect(await deliveries.acknowledge({ id: leak ?? '' }, 4, deskTime)).toBe('stale');
    expect([...beliefsOf(reported, before)]).toEqual([]);
  });
});
