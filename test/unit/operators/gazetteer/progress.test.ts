import { expect, it } from 'vitest';
import { makeProgress, progressLine } from '../../../../functions/operators/gazetteer/progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) > 0 };
}

it('writes one line over and over, not oftener than five times a second, and ends it', () => {
  const { written, ...tty } = terminal(true);
  let now = 1_000;
  const progress = makeProgress(tty, () => now);
  const steps = [100, 100, 100, 0];
  progress({ step: 'checking', rows: 400 });
  for (const [index, step] of steps.entries()) {
    now += step;
    progress({ step: 'writing', rows: (index + 1) * 100, of: 400 });
  }
  expect(written).toEqual([
    '\r\x1b[K400 rows checked',
    '\r\x1b[K200 of 400 rows written (50 %), 1,000 a second',
    '\r\x1b[K400 of 400 rows written (100 %), 1,333 a second\n',
  ]);
});

it('says nothing where there is no terminal', () => {
  const { written, ...file } = terminal(false);
  makeProgress(file, () => 0)({ step: 'writing', rows: 1, of: 1 });
  expect(written).toEqual([]);
});

it('does not divide by nothing', () => {
  expect(progressLine({ step: 'writing', rows: 0, of: 0 }, 0)).toBe('0 of 0 rows written (100 %)');
});
