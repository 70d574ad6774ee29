import { describe, expect, it } from 'vitest';
import type { SnapshotFeed } from '../../../../../functions/adapters/contract.ts';
import { repairs, tenancy } from '../../../../../functions/adapters/systems.ts';
import { confirming } from '../../../../../functions/intake/files/snapshot/confirming.ts';
import type { Difference } from '../../../../../functions/intake/files/snapshot/differences.ts';
import { instant } from '../../../../support/events.ts';

const alerts = tenancy.snapshots?.['alerts'] as SnapshotFeed;
const jobs = repairs.snapshots?.['open-jobs'] as SnapshotFeed;
const cells = { alertId: 'A-1', code: 'CV', mmhid: 'p-1', start: '2026-01-01' };
const night = (day: number) => instant(new Date(Date.UTC(2026, 0, 1 + day, 2)).toISOString());
const found = (is: Difference['is'], more: Partial<Difference> = {}): Difference => ({
  ...{ key: 'A-1', row: 2, is, before: cells, after: cells },
  ...more,
});

describe('an unchanged row', () => {
  it('of a warning of a year confirms it once a month, of 365 nights', () => {
    let { confirmAt } = confirming(found('appeared'), alerts, night(0));
    const confirmed: number[] = [];
    for (let day = 1; day <= 365; day += 1) {
      const difference = confirming(found('unchanged', confirmAt && { confirmAt }), alerts, night(day));
      if (difference.is === 'confirmed') confirmed.push(day);
      ({ confirmAt } = difference);
    }
    expect(confirmed).toEqual(Array.from({ length: 12 }, (_, month) => (month + 1) * 30));
  });

  it('that was kept before its flags were confirmed does so the first night', () => {
    expect(confirming(found('unchanged'), alerts, night(9))).toMatchObject({
      is: 'confirmed',
      confirms: true,
    });
  });

  it('that says no flag, or one that is over, is never confirmed', () => {
    const job = { job: 'R-1', uprn: '200000471104', priority: '1', raised: '2026-01-10' };
    const plain = found('unchanged', { before: job, after: job });
    expect(confirming(plain, jobs, night(400))).toEqual(plain);
    const past = { ...cells, end: '2026-01-05' };
    const over = found('unchanged', { before: past, after: past, confirmAt: night(3) });
    expect(confirming(over, alerts, night(9))).toEqual(found('unchanged', { before: past, after: past }));
  });
});

describe('another row', () => {
  const due = { confirmAt: night(30) };
  it('that changes every night confirms its flags as often as one that does not', () => {
    const changed = found('changed', { before: { ...cells, reason: 'x' }, ...due });
    expect(confirming(changed, alerts, night(29))).toEqual(changed);
    expect(confirming(changed, alerts, night(30))).toMatchObject({
      ...{ is: 'changed', confirms: true },
      confirmAt: '2026-03-02T00:00:00.000Z',
    });
  });

  it('that says a flag of another length from now on is confirmed as that one needs it', () => {
    const fled = { ...cells, code: 'FLD' };
    const changed = found('changed', { after: fled, confirmAt: night(300) });
    const { confirmAt } = confirming(changed, alerts, night(29));
    expect(confirmAt).toBe(confirming(found('appeared', { after: fled }), alerts, night(29)).confirmAt);
  });

  it('that is back said its flags tonight', () => {
    const back = confirming(found('returned'), alerts, night(50));
    expect(back).toMatchObject({ is: 'returned', confirmAt: '2026-03-22T00:00:00.000Z' });
    expect(back).not.toHaveProperty('confirms');
  });

  it('that cannot be read, or is gone, confirms nothing, and keeps what is known of it', () => {
    for (const is of ['rejected', 'disappeared'] as const) {
      const { after: _after, ...without } = found(is, due);
      expect(confirming(without, alerts, night(60))).toEqual(without);
    }
  });
});
