import { describe, expect, it } from 'vitest';
import { differenceIn, driftOf, isOwed } from '../../../../functions/core/delivery/drift.ts';
import { heldBy } from '../../../../functions/core/delivery/held.ts';
import { collect } from '../../../support/collect.ts';
import { instant } from '../../../support/events.ts';

const monday = instant('2025-06-02T07:41:00Z');
const tuesday = instant('2025-06-03T07:41:00Z');
const flag = (id: string, version: number) => ({ id, version, changedAt: monday });

async function differences(owed: Parameters<typeof driftOf>[0], held: Record<string, number>) {
  const holdings = Object.entries(held).map(([id, version]) => [id, { version, since: tuesday }] as const);
  return (await collect(driftOf(owed, new Map(holdings)))).map(({ kind, id }) => `${kind} ${id}`);
}

describe('the drift of a set', () => {
  it('is nothing where the versions are the same', async () => {
    expect(await differences([flag('a', 3)], { a: 3 })).toEqual(['same a']);
  });

  it('names what is missing, old, not yet read of, and nobody’s', async () => {
    const owed = [flag('a', 3), flag('b', 3), flag('c', 3), flag('d', 3)];
    expect(await differences(owed, { b: 2, c: 4, d: 3, e: 1 })).toEqual([
      'missing a',
      'stale b',
      'ahead c',
      'same d',
      'extra e',
    ]);
  });

  it('counts a lack from when the version was made, and what is too much from when it was', () => {
    const held = { version: 1, since: tuesday };
    expect(differenceIn({ kind: 'missing', id: 'a', flag: flag('a', 3) })?.since).toBe(monday);
    expect(differenceIn({ kind: 'stale', id: 'a', flag: flag('a', 3), held })?.since).toBe(monday);
    expect(differenceIn({ kind: 'extra', id: 'a', held })?.since).toBe(tuesday);
    expect(differenceIn({ kind: 'same', id: 'a', flag: flag('a', 1) })).toBeUndefined();
    expect(differenceIn({ kind: 'ahead', id: 'a', flag: flag('a', 0), held })).toBeUndefined();
  });
});

describe('what a team’s system is owed', () => {
  it('is what is in force and for its team', () => {
    expect(isOwed({ code: 'asbestos', state: 'active' }, 'repairs')).toBe(true);
    expect(isOwed({ code: 'asbestos', state: 'suspended' }, 'repairs')).toBe(false);
    expect(isOwed({ code: 'asbestos', state: 'proposed' }, 'repairs')).toBe(false);
    expect(isOwed({ code: 'safeguarding', state: 'active' }, 'leaks')).toBe(false);
  });
});

describe('what a system holds', () => {
  const acknowledged = {
    acknowledgedVersion: 3,
    acknowledgedAt: tuesday,
    acknowledgedState: 'in-force',
  } as const;

  it('is what it acknowledged, not what it was told', () => {
    expect(heldBy({ state: 'in-force', sentAt: monday })).toBeUndefined();
    expect(heldBy({ state: 'in-force', sentAt: monday, ...acknowledged })).toEqual({
      version: 3,
      since: tuesday,
    });
  });

  it('is nothing by half a receipt', () => {
    const { acknowledgedVersion, acknowledgedAt } = acknowledged;
    expect(heldBy({ acknowledgedVersion })).toBeUndefined();
    expect(heldBy({ acknowledgedAt })).toBeUndefined();
  });

  it('is held since it was acknowledged where nobody knows when its clearance was sent', () => {
    expect(heldBy({ state: 'cleared', ...acknowledged })).toEqual({ version: 3, since: tuesday });
  });

  it('is nothing once it took a clearance, even while a newer warning is on its way', () => {
    const tookClearance = { ...acknowledged, acknowledgedState: 'cleared' } as const;
    expect(heldBy({ state: 'cleared', sentAt: monday, ...tookClearance })).toBeUndefined();
    expect(heldBy({ state: 'in-force', sentAt: monday, ...tookClearance })).toBeUndefined();
  });

  it('is too much since it was told of a clearance that it did not take', () => {
    expect(heldBy({ state: 'cleared', sentAt: monday, ...acknowledged })).toEqual({
      version: 3,
      since: monday,
    });
  });
});
