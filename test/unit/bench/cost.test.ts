import { describe, expect, it } from 'vitest';
import { growthOf } from '../../bench/cost/growth.ts';
import { hopsOf, sumOf } from '../../bench/cost/hops.ts';
import { supposed } from '../../bench/cost/load.ts';
import { landlordsOf } from '../../bench/cost/page-landlords.ts';
import { yearOf } from '../../bench/cost/page-year.ts';
import { prices } from '../../bench/cost/prices.ts';
import { needsOf, peakOf } from '../../bench/cost/quotas.ts';
import { countsFor, standingOf } from '../../bench/cost/standing.ts';

const each = { calls: 2, readUnits: 1, writeUnits: 8, storedBytes: 1024 ** 3 / 1_000_000 };
const history = {
  rows: 2,
  rowBytes: 1024 ** 3 / 4_000_000,
  idBytes: 130,
  movedBytes: 1024 ** 3 / 16_000_000,
};
const hop = (name: string, batch = 1, systems = 5) =>
  hopsOf(each, batch, { systems }).find(one => one.name === name)?.perMillion ?? Number.NaN;
const drift = { indexBytes: 200, receiptBytes: 600 };
const counts = { alarms: 77, metrics: 23, keys: 2, secrets: 2, polledQueues: 16 };
const none = { alarms: 17, metrics: 3, keys: 2, secrets: 0, polledQueues: 1 };

describe('a million events', () => {
  it('cost what their units, requests and seconds cost', () => {
    expect(hop('records table, writes')).toBeCloseTo(8 * 0.7423, 6);
    expect(hop('records table, reads')).toBeCloseTo(0.1485, 6);
    expect(hop('HTTP API')).toBeCloseTo(1.16, 6);
    expect(hop('event bus, in')).toBeCloseTo(1, 6);
    expect(hop('record queue')).toBeCloseTo(3 * 0.4, 6);
    // Announced at once, and by the relay.
    expect(hop('event bus, out')).toBeCloseTo(2 * supposed.changesPerEvent.value, 6);
    // An invocation, and two calls of 7.6 ms with 5 ms around them, at half a GB.
    expect(hop('record')).toBeCloseTo(0.2 + (20.2 / 1000) * 0.5 * 13.3334, 6);
  });

  it('share requests and invocations where they come in batches', () => {
    expect(hop('HTTP API', 10)).toBeCloseTo(0.116, 6);
    expect(hop('record queue', 10)).toBeCloseTo(1.2 * 0.4, 6);
    expect(hop('receive', 10)).toBeCloseTo(hop('receive') / 10, 6);
  });

  it('are delivered to those systems that may know, of as many as there are', () => {
    for (const name of ['deliver', 'deliveries table', 'outbound queues'])
      expect(hop(name, 1, 10), name).toBeCloseTo(2 * hop(name, 1, 5), 6);
    // 0.1 changes, 3 of 5 systems, 3 write units and 2 read units, and one for what comes again.
    expect(hop('deliveries table')).toBeCloseTo(0.3 * ((3 + 1) * 0.7423 + 2 * 0.1485), 6);
    expect(hop('outbound queues')).toBeCloseTo(0.3 * 2 * 3 * 0.4, 6);
  });

  it('cost the sum of their hops, each of them something', () => {
    const hops = hopsOf(each, 1, { systems: 5 });
    expect(hops.every(({ perMillion }) => perMillion > 0)).toBe(true);
    expect(sumOf(hops)).toBeCloseTo(
      hops.map(({ perMillion }) => perMillion).reduce((a, b) => a + b),
      9,
    );
  });
});

describe('what stands', () => {
  it('grows by what a system adds, on average', () => {
    expect(countsFor(5, counts, none, 5)).toEqual(counts);
    expect(countsFor(0, counts, none, 5)).toEqual(none);
    expect(countsFor(30, counts, none, 5)).toEqual({
      ...{ alarms: 17 + 30 * 12, metrics: 3 + 30 * 4, polledQueues: 1 + 30 * 3 },
      ...{ keys: 2, secrets: 30 * 0.4 },
    });
  });

  it('costs each part by its count, and queues for being asked', () => {
    const parts = standingOf(counts, { properties: 31_000, systems: 5 }, drift);
    expect(parts).toMatchObject({ alarms: expect.closeTo(7.7, 6), metrics: expect.closeTo(6.9, 6) });
    expect(parts['keys and secrets']).toBeCloseTo(2.8, 6);
    // Sixteen queues, fifteen times a minute: 10.5 million requests.
    expect(parts['polling of queues']).toBeCloseTo(16 * 15 * 43_830 * 0.4e-6, 6);
    // 62,000 flags, the index and three receipts of each, 2,922 times a month.
    expect(parts['measuring drift']).toBeCloseTo(2_922 * ((62_000 * (200 + 3 * 600)) / 8_192) * 0.1485e-6, 6);
  });

  it('is twelve months of a year, beside its events', () => {
    const given = {
      measured: { singly: each, inTens: each, inForties: each, drift, history },
      templates: { all: counts, none, present: 5 },
    };
    const load = { events: 2_000_000, properties: 31_000, systems: 5 };
    const { singly, inTens, standing } = yearOf(given, load);
    expect(singly).toBeCloseTo(2 * sumOf(hopsOf(each, 1, load)), 6);
    expect(inTens).toBeCloseTo(2 * sumOf(hopsOf(each, 10, load)), 6);
    const month = Object.values(standingOf(counts, load, drift)).reduce((a, b) => a + b);
    expect(standing).toBeCloseTo(12 * month, 6);
  });
});

it('landlords that shared a deployment would save what it costs without a system, once each', () => {
  const given = {
    measured: { singly: each, inTens: each, inForties: each, drift, history },
    templates: { all: counts, none, present: 5 },
  };
  const { apart, shared } = landlordsOf(given, { events: 30, properties: 3_000, systems: 5 }, 3);
  const month = (some: typeof counts, properties: number) =>
    Object.values(standingOf(some, { properties, systems: 5 }, drift)).reduce((a, b) => a + b);
  expect(apart).toBeCloseTo(12 * 3 * month(counts, 1_000), 6);
  expect(apart - shared).toBeCloseTo(12 * 2 * month(none, 0), 6);
});

describe('storage', () => {
  const load = { events: 1_000_000, properties: 0 };
  const measured = { singly: each, history };
  const perGb = 12 * (0.297 + 0.238);

  it('grows by what a year brings, and costs what there is in the middle of each', () => {
    const [first, second] = growthOf(load, measured, { archiveDays: 3650 }, 2);
    expect([first?.tableGb, second?.tableGb]).toEqual([expect.closeTo(1, 9), expect.closeTo(2, 9)]);
    const aYear = perGb + 12 * (first?.archiveGb ?? 0) * prices.archiveGbMonth.value;
    expect(first?.dollars).toBeCloseTo(aYear / 2, 6);
    expect(second?.dollars).toBeCloseTo(1.5 * aYear, 6);
    expect([first?.bucketGb, first?.moving]).toEqual([0, 0]);
  });

  it('grows by less in the table once rows leave it, after two full years', () => {
    const all = growthOf(load, measured, { leaveAfter: 2, archiveDays: 365 }, 5);
    const sizes = all.map(({ tableGb, bucketGb }) => [tableGb, bucketGb]);
    // Of each GB a quarter leaves, half of which the two rows take in the bucket.
    expect(sizes).toEqual(
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [3.75, 0.125],
        [4.5, 0.25],
      ].map(pair => pair.map(gb => expect.closeTo(gb, 9))),
    );
    const [fourth, archive] = [all[3], all[3]?.archiveGb ?? 0];
    const kept = (3.5 - 0.25) * perGb + 12 * 0.125 * 0.024 + 12 * archive * prices.archiveGbMonth.value;
    expect(fourth?.dollars).toBeCloseTo(kept, 6);
    expect(archive).toBeCloseTo(all[0]?.archiveGb ?? 0, 9);
  });

  it('costs to move: going through the table each month, and a unit for each row that goes', () => {
    const [first, , , fourth] = growthOf(load, measured, { leaveAfter: 2, archiveDays: 365 }, 4);
    const walk = (gb: number) => ((12 * gb * 1024 ** 3) / 4096 / 2) * prices.readUnit.value;
    expect(first?.moving).toBeCloseTo(walk(0.5), 9);
    const rows = 2_000_000 * prices.writeUnit.value + (1024 ** 3 / 4 / 4096) * prices.readUnit.value;
    expect(fourth?.moving).toBeCloseTo(walk(3.25) + rows, 6);
  });
});

describe('quotas', () => {
  const load = { events: 200_000_000, properties: 1, systems: 30 };
  const need = (quota: string, of = load) => needsOf(of, each).find(one => one.quota === quota)?.need;

  it('are held to the busiest second', () => {
    const peak = (200_000_000 / 31_557_600) * supposed.peak.value;
    expect(peakOf(load)).toBeCloseTo(peak, 9);
    expect(need('HTTP API requests')).toBeCloseTo(peak, 9);
    expect(need('PutEvents')).toBeCloseTo(1.1 * peak, 9);
    expect(need('targets invoked by rules')).toBeCloseTo(peak * (1 + 0.1 * 0.6 * 30), 9);
    expect(need('writes of a table')).toBeCloseTo(8 * peak, 9);
    // 38 ms and two calls of 7.6 ms for each event, and 120 ms for each of its 1.8 deliveries.
    expect(need('functions at once')).toBeCloseTo((peak * (53.2 + 1.8 * 120)) / 1000, 9);
  });

  it('are needed ten times as much by ten times as many events, but for those of a rule and a home', () => {
    const ten = { ...load, events: 10 * load.events };
    for (const { quota, need: one } of needsOf(load, each)) {
      const factor = /rules of a bus|one home/.test(quota) ? 1 : 10;
      expect(need(quota, ten), quota).toBeCloseTo(factor * one, 6);
    }
  });
});
