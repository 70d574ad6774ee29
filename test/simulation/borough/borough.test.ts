import { describe, expect, it } from 'vitest';
import { unexplained } from './accounting/causes.ts';
import type { Shown } from './accounting/wrongness.ts';
import { countHours, measureHours } from './figure/measure.ts';
import { drive } from './run/drive.ts';
import { makeBorough } from './world/borough.ts';
import { day } from './world/time.ts';

/** Two years of a small borough: with it, every kind of trouble but those that a hundred homes have once. */
const small = { homes: 10, seed: 5 };

describe('two years of a small borough', async () => {
  const borough = makeBorough(small);
  const driven = await drive(borough);
  const { figure, wrongs, refusals, shown } = countHours(borough, driven);

  it('says of every hour in which somebody was shown something wrong why', () => {
    expect(wrongs.filter(({ cause }) => cause === unexplained)).toEqual([]);
    expect(figure.total.homes).toBe(small.homes);
  });

  it('says so when a warning does not come, or stays, for a reason that nobody knows', () => {
    const isLong = ({ from, to }: Shown) => to - from > 20 * day;
    const lost = shown.find(one => one.system === 'leaks' && one.code === 'open-complaint' && isLong(one));
    const without = countHours(borough, { ...driven, shown: shown.filter(one => one !== lost) });
    expect(without.figure.causes.map(({ cause }) => cause)).toContain(unexplained);
    const to = (lost?.to ?? 0) + 3 * day;
    const stays = shown.map(one => (one === lost ? { ...one, to } : one));
    expect(countHours(borough, { ...driven, shown: stays }).wrongs).toContainEqual(
      expect.objectContaining({ cause: unexplained, kind: 'extra', to }),
    );
  });

  it('refuses nothing but what is still to come: ends of tenancies, and rows that are dated a year wrong', () => {
    const isWrong = ({ act }: (typeof refusals)[number]) => act.kind === 'message' && act.about.length === 0;
    const others = refusals.filter(one => !isWrong(one));
    expect(others.filter(({ body }) => !body.includes('The tenancy has not ended yet'))).toEqual([]);
  });

  it('never shows a warning in other words than are right', () => {
    expect(shown.length).toBeGreaterThan(100);
    expect(figure.total['wrong words']).toBe(0);
  });
});

it('gives the same figure for the same seed, and another for another', async () => {
  const some = { homes: 3, days: 150, seed: 3 };
  const [one, again, other] = [
    await measureHours(some),
    await measureHours(some),
    await measureHours({ ...some, seed: 4 }),
  ];
  expect(again).toEqual(one);
  expect(other.figure).not.toEqual(one.figure);
  expect(Number.isFinite(one.figure.total.hours)).toBe(true);
});

it('counts no hour more when three messages of four come twice', async () => {
  const some = { homes: 4, days: 240, seed: 8 };
  const once = await measureHours({ ...some, faults: { repeated: 0, outages: false } });
  const twice = await measureHours({ ...some, faults: { repeated: 75, outages: false } });
  expect(twice.acts).toBeGreaterThan(once.acts * 1.3);
  expect(twice.figure.total.hours).toBeCloseTo(once.figure.total.hours, 0);
});

it('has nobody unexplained when a third of all messages overtake each other', async () => {
  const { wrongs } = await measureHours({ homes: 4, days: 240, seed: 9, faults: { late: 35 } });
  expect(wrongs.filter(({ cause }) => cause === unexplained)).toEqual([]);
});

it('makes the same borough of the same seed, in the order in which it is heard', () => {
  const borough = makeBorough(small);
  expect(makeBorough(small)).toEqual(borough);
  const times = borough.acts.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(borough.acts.map(({ kind }) => kind))).toEqual(new Set(['message', 'list', 'decision']));
});
