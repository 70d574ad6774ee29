import { beforeEach, describe, expect, it } from 'vitest';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { type LocalReference, propertySubject, type Uprn } from '../../schemas/reference.ts';
import { raiseRepair } from '../e2e/support/samples.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { openQuarantineHub } from './support/quarantine-hub.ts';

type Hub = Awaited<ReturnType<typeof openQuarantineHub>>;

let hub: Hub;
beforeEach(async () => {
  hub = await openQuarantineHub();
});

const at = instant('2025-06-20T10:00:30Z');
const officer = { officer: 'o', role: 'repairs-officer' };
const closed = (reference: string) => ({
  messageType: 'WorkOrderComplete',
  messageId: `C-${reference}`,
  workOrderReference: { id: `R-${reference}` },
  sitePropertyUnit: [{ reference: [{ id: '00047104' }] }],
  jobStatusUpdates: [{ typeCode: 0, otherType: 'complete', eventTime: '2025-06-09T16:00:00+01:00' }],
});

async function resolveOne(by: Hub, uprn: Uprn, index = 0): Promise<boolean> {
  const item = (await by.items())[index];
  if (item === undefined) throw new Error('nothing is kept');
  return by.deps.resolver.resolve(item as never, { at, by: officer, uprn });
}

/** Everything that is done until nothing is left to do. */
async function settle(by: Hub): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await by.follow();
    await by.work();
  }
  await by.follow();
}

describe('a resolution with a home', () => {
  it('is taken by one of two officers', async () => {
    await hub.send(raiseRepair('Q-1', '00099999'));
    const taken = await Promise.all([resolveOne(hub, flat4), resolveOne(hub, '200000471105' as Uprn)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('releases everything that waits for the key, once, and nothing else', async () => {
    await hub.send(
      ...['Q-1', 'Q-2', 'Q-3'].map(id => raiseRepair(id, '00099999')),
      raiseRepair('Q-4', '00088888'),
    );
    await resolveOne(
      hub,
      flat4,
      (await hub.items()).findIndex(({ key }) => key === 'home 00099999'),
    );
    await settle(hub);
    const items = await hub.items();
    expect(items.filter(({ state }) => state === 'resubmitted')).toHaveLength(3);
    expect(items.find(({ key }) => key === 'home 00088888')).toMatchObject({
      state: 'waiting',
      resolutions: [],
    });
    expect(new Set(hub.sent).size).toBe(3);
    expect(hub.sent).toHaveLength(3);
    expect(await hub.timeline()).toHaveLength(3);
    expect(hub.announced.map(({ type }) => type)).toEqual(Array(4).fill('housing.event.quarantined.v1'));
  });

  it('also releases what was being put away meanwhile', async () => {
    await hub.send(raiseRepair('Q-1', '00099999'));
    await resolveOne(hub, flat4);
    await settle(hub);
    const [first] = await hub.items();
    await hub.keep({
      ...{ system: 'repairs', reason: 'unmatched', problems: [], contentType: 'application/json' },
      payload: JSON.stringify(raiseRepair('Q-2', '00099999')),
      ...{ receivedAt: at, waitsFor: { home: '00099999' } },
    });
    await settle(hub);
    expect(await hub.timeline()).toHaveLength(2);
    const second = (await hub.items()).find(({ id }) => id !== first?.id);
    expect(second).toMatchObject({ state: 'resubmitted', resolutions: [{ by: { because: first?.id } }] });
  });

  it('that helps nothing puts the item back, and is not tried again and again', async () => {
    await hub.send(raiseRepair('Q-1', '00099999'));
    await resolveOne(hub, '999' as Uprn);
    await settle(hub);
    expect(await hub.items()).toMatchObject([
      { state: 'waiting', key: 'home 00099999', resolutions: [{ uprn: '999' }] },
    ]);
    expect(hub.sent).toHaveLength(1);
    expect(hub.announced.map(({ id }) => id)).toHaveLength(2);
    expect(new Set(hub.announced.map(({ id }) => id)).size).toBe(2);
  });
});

it('is sent on by the clock when the stream has given it up', async () => {
  await hub.send(raiseRepair('Q-1', '00099999'));
  await hub.follow();
  await resolveOne(hub, flat4);
  await hub.forget();
  await hub.tick();
  expect(hub.sent).toEqual([]);
  hub.wait(31 * 60);
  await hub.tick();
  await hub.tick();
  await settle(hub);
  expect(hub.sent).toHaveLength(1);
  expect(await hub.timeline()).toHaveLength(1);
});

it('is sent on by the clock and by the stream although another before it cannot be followed', async () => {
  await hub.send(raiseRepair('Q-1', '00099999'), raiseRepair('Q-2', '00088888'));
  await hub.follow();
  const [first, second] = await hub.items();
  hub.unsendable.add(`${first?.id}`);
  await resolveOne(hub, flat4, 0);
  await resolveOne(hub, flat4, 1);
  await expect(hub.follow()).rejects.toThrow('a change could not be followed');
  expect(hub.sent).toEqual([second?.id]);
  hub.wait(31 * 60);
  await hub.tick();
  expect(hub.sent).toEqual([second?.id]);
  hub.unsendable.clear();
  await hub.tick();
  await settle(hub);
  expect(hub.sent).toEqual([second?.id, first?.id]);
});

describe('a closing that was heard before its opening', () => {
  it('waits, and both are in the timeline when the opening is heard', async () => {
    await hub.send(closed('N-1'));
    await settle(hub);
    expect(await hub.items()).toMatchObject([{ state: 'waiting', reason: 'never-raised' }]);
    expect(await hub.timeline()).toEqual([]);
    await hub.send(raiseRepair('N-1', '00047104'));
    await settle(hub);
    expect((await hub.timeline()).toSorted()).toEqual([
      'housing.repair.completed.v1',
      'housing.repair.raised.v1',
    ]);
    expect(await hub.items()).toMatchObject([{ state: 'resubmitted' }]);
    const { record } = await makeRecordsStore(hub.records).read(propertySubject(flat4), []);
    expect(record?.openCases).toEqual({});
  });

  it('does not wait for ever when the opening comes between the looking and the putting away', async () => {
    const repair = { home: flat4, system: 'repairs', at: '2025-06-02T08:00:00Z' };
    const data = { workOrderReference: 'R-1' as LocalReference };
    const raise = eventOf({
      ...repair,
      type: 'housing.repair.raised.v1',
      data: { ...data, priority: 'high' },
    });
    const close = eventOf({
      ...repair,
      type: 'housing.repair.completed.v1',
      data: { ...data, evidence: [] },
    });
    const store = makeRecordsStore(hub.records);
    const commitWith = (keep: Hub['keep']) =>
      makeCommit({ store, keep, now: () => at, pause: () => Promise.resolve() });
    const subject = propertySubject(flat4);
    await commitWith(async refused => {
      await commitWith(hub.keep)([subject], [raise]);
      await hub.follow();
      return hub.keep(refused);
    })([subject], [close]);
    await settle(hub);
    expect(await hub.timeline()).toHaveLength(2);
    expect(await hub.items()).toMatchObject([{ state: 'resubmitted', reason: 'never-raised' }]);
  });
});

it('refused by the record once more: an earlier time puts nothing back over a later resolution', async () => {
  await hub.send(closed('N-1'));
  await settle(hub);
  const resolve = async () => hub.deps.resolver.resolve((await hub.items())[0] as never, { at, by: officer });
  await resolve();
  await settle(hub);
  expect(await hub.items()).toMatchObject([{ state: 'waiting', resolutions: [{}] }]);
  await resolve();
  await hub.again(0);
  expect(await hub.items()).toMatchObject([{ state: 'resolved', resolutions: [{}, {}] }]);
  await settle(hub);
  expect(await hub.items()).toMatchObject([{ state: 'waiting', resolutions: [{}, {}] }]);
});

/** What there is to see of a hub, apart from when it happened. */
async function stateOf(by: Hub) {
  const items = (await by.items()).map(({ id, state, reason, resolutions }) => ({
    ...{ id, state, reason },
    resolutions: resolutions.length,
  }));
  const announced = by.announced.map(({ id }) => id);
  return { items, timeline: (await by.timeline()).toSorted(), announced: [...new Set(announced)].sort() };
}

it('releases by the clock what waits for a job of which the stream gave up that it was raised', async () => {
  await hub.send(closed('N-1'));
  await settle(hub);
  await hub.send(raiseRepair('N-1', '00047104'));
  await hub.forget();
  hub.wait(31 * 60);
  await hub.tick();
  await settle(hub);
  expect(await hub.timeline()).toHaveLength(2);
  expect(await hub.items()).toMatchObject([{ state: 'resubmitted' }]);
});

describe('a process that ends at any of its calls, before or after it, leaves everything as it would have been', () => {
  const played: Record<string, (by: Hub) => Promise<void>> = {
    async 'a home is chosen for three that wait'(by) {
      await by.send(...['Q-1', 'Q-2', 'Q-3'].map(id => raiseRepair(id, '00099999')));
      await settle(by);
      await resolveOne(by, flat4);
      await settle(by);
    },
    async 'a job is raised after it was closed'(by) {
      await by.send(closed('N-1'));
      await settle(by);
      await by.send(raiseRepair('N-1', '00047104'));
      await settle(by);
    },
  };

  it.each(Object.entries(played))('%s', async (_what, play) => {
    await play(hub);
    const undisturbed = await stateOf(hub);
    expect(hub.calls()).toBeGreaterThan(5);
    for (let call = 1; call <= hub.calls(); call += 1) {
      for (const when of ['before', 'after'] as const) {
        const other = await openQuarantineHub({ call, when });
        await play(other);
        expect(await stateOf(other), `killed ${when} call ${call}`).toEqual(undisturbed);
        expect(other.sent.length, `killed ${when} call ${call}`).toBeLessThanOrEqual(hub.sent.length + 1);
      }
    }
  });
});
