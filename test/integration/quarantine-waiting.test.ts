import { beforeEach, describe, expect, it } from 'vitest';
import { raiseRepair } from '../e2e/support/samples.ts';
import { flat4, instant } from '../support/events.ts';
import { openQuarantineHub } from './support/quarantine-hub.ts';

let hub: Awaited<ReturnType<typeof openQuarantineHub>>;
beforeEach(async () => {
  hub = await openQuarantineHub();
});

const by = { officer: 'o', role: 'repairs-officer' };
const at = instant('2025-06-20T10:00:30Z');
const keepOne = (payload: string, home?: string) =>
  hub.keep({
    ...{ system: 'repairs', reason: 'unmatched', problems: [], contentType: 'application/json' },
    ...{ payload, receivedAt: at, waitsFor: home === undefined ? undefined : { home } },
  });
const resolveAll = async () => {
  for (const item of await hub.items())
    expect(await hub.deps.resolver.resolve(item as never, { at, by, uprn: flat4 })).toBe(true);
};

describe('what waits for a key', () => {
  it('is found by it, whatever else begins alike and however it is written, until it is resolved', async () => {
    const [id] = [await keepOne('1', 'b/4')];
    await keepOne('2', 'b/4#1');
    await keepOne('3', 'b/41');
    await keepOne('4');
    expect(await hub.deps.waiting.for('repairs', 'home B/4')).toMatchObject([{ id, resolutions: [] }]);
    expect(await hub.deps.waiting.for('leaks', 'home B/4')).toEqual([]);
    expect(await hub.waits()).toHaveLength(3);
    await resolveAll();
    expect(await hub.deps.waiting.for('repairs', 'home B/4')).toEqual([]);
    expect(await hub.waits()).toEqual([]);
  });

  it('is found again when it is refused again', async () => {
    await hub.send(raiseRepair('Q-1', '00099999'));
    await resolveAll();
    // What is sent in again waits, because no such home is learnt of that key.
    await hub.deps.resubmit({
      system: 'repairs',
      quarantineId: (await hub.items())[0]?.id ?? '',
      attempt: 1,
    });
    await hub.work();
    expect(await hub.items()).toMatchObject([{ state: 'waiting', key: 'home 00099999', resolutions: [{}] }]);
    expect(await hub.deps.waiting.for('repairs', 'home 00099999')).toHaveLength(1);
  });
});

describe('what was sent on', () => {
  const resubmitted = async () => {
    await resolveAll();
    for (const item of await hub.items()) await hub.deps.resolver.resubmitted(item as never);
    return hub.items();
  };

  it('is removed after ninety days', async () => {
    await keepOne('1');
    const ninetyDays = Date.parse('2025-09-18T10:00:30Z') / 1000;
    expect(await resubmitted()).toMatchObject([{ state: 'resubmitted', expiresAt: ninetyDays }]);
  });

  it('stays where a key answered it, which may be forgotten', async () => {
    await keepOne('1', '00099999');
    const [item] = await resubmitted();
    expect(item).toMatchObject({ state: 'resubmitted' });
    expect(item?.expiresAt).toBeUndefined();
  });

  it('stays when it is refused again', async () => {
    const payload = JSON.stringify({ messageType: 'RaiseRepair' });
    const id = await keepOne(payload);
    await resubmitted();
    await hub.keep({
      ...{ system: 'repairs', reason: 'invalid', problems: [], contentType: 'application/json', payload },
      ...{ receivedAt: at, resubmitted: { id, attempt: 1 } },
    });
    const [item] = await hub.items();
    expect(item).toMatchObject({ state: 'waiting', reason: 'invalid' });
    expect(item?.expiresAt).toBeUndefined();
  });
});
