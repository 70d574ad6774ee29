import { describe, expect, it } from 'vitest';
import { drive } from '../run/drive.ts';
import { goLiveOf, judged } from './rehearsal.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('a go-live from extracts of two years', async () => {
  const borough = goLiveOf({ homes: 30, seed: 2 });
  const { shown, refusals } = await drive(borough);
  const { rows, wrongs } = judged(borough, shown);

  it('has dangers of many kinds, old ones among them', () => {
    expect(rows.length).toBeGreaterThan(10);
    expect(Math.min(...borough.told.map(({ happened }) => happened))).toBeLessThan(
      borough.begins - 600 * 86_400_000,
    );
  });

  it('shows every danger in every system that may know of it, and nothing else', () => {
    expect(rows.filter(({ missing, extra }) => missing + extra > 0)).toEqual([]);
    expect(rows.map(row => row.shown)).toEqual(rows.map(row => row.dangers));
  });

  it('was never wrong for longer than the hub may take, whatever list came wrong in between', () => {
    expect(wrongs).toEqual([]);
  });

  it('takes everything but files that were cut off', () => {
    expect(refusals.map(({ act }) => act.kind === 'list' && act.cutOff)).toEqual([true, true, true]);
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
