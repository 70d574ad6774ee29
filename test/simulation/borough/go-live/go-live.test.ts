import { describe, expect, it } from 'vitest';
import { drive } from '../run/drive.ts';
import { day } from '../world/time.ts';
import { goLiveOf, judged } from './rehearsal.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('a go-live from extracts of two years', async () => {
  const borough = goLiveOf({ homes: 20, seed: 2, oncePerCode: true });
  const { shown, refusals } = await drive(borough);
  const { rows, wrongs } = judged(borough, shown);

  it('has dangers of many kinds, old ones among them', () => {
    expect(rows.length).toBeGreaterThan(45);
    expect(Math.min(...borough.told.map(({ happened }) => happened))).toBeLessThan(
      borough.begins - 600 * day,
    );
  });

  it('shows every danger in every system that may know of it, and nothing else', () => {
    expect(rows.filter(({ missing, extra }) => missing + extra > 0)).toEqual([]);
    expect(rows.map(row => row.shown)).toEqual(rows.map(row => row.dangers));
  });

  it('was never wrong in between, whatever list came wrong, but where an end was told before its day', () => {
    const toldBefore = refusals.flatMap(({ act }) => (act.kind === 'message' ? act.about : []));
    const homes = new Set(
      borough.told.filter(({ thing }) => toldBefore.includes(thing.id)).flatMap(({ thing }) => thing.homes),
    );
    expect(wrongs.filter(({ home, from, to }) => !homes.has(home) || to - from > 6 * day)).toEqual([]);
  });

  it('takes everything but files that were cut off and ends that are still to come, and asks whom a key means', () => {
    const known = ['The tenancy has not ended yet', '"reason":"unmatched"'];
    const others = refusals.filter(({ body }) => !known.some(words => body.includes(words)));
    expect(others.map(({ act }) => act.kind === 'list' && act.cutOff)).toEqual([true, true]);
  });

  it('would say so if a system showed nothing, or something else', () => {
    const dangers = sum(rows.map(row => row.dangers));
    expect(sum(judged(borough, []).rows.map(({ missing }) => missing))).toBe(dangers);
    const elsewhere = shown.map(one => (one.code === 'active-leak' ? { ...one, home: '1' } : one));
    expect(judged(borough, elsewhere).wrongs.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['missing', 'extra']),
    );
  });
});
