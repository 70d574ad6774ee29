import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explained, unexplained } from './causes.ts';
import { figureOf } from './figure.ts';
import { difference, hoursOf, type Interval, intersection, union } from './intervals.ts';
import { tableOf } from './table.ts';
import { type Doubt, type Shown, type Wrong, wrongnessOf } from './wrongness.ts';

const end = 24;
const instants = Array.from({ length: end }, (_, index) => index);
const interval = fc
  .tuple(fc.nat(end), fc.nat(end))
  .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) }));
const intervals = fc.array(interval, { maxLength: 5 });
const place = { home: fc.constantFrom('1', '2'), code: fc.constantFrom('asbestos', 'active-leak') };
const span = fc
  .record({
    ...place,
    system: fc.constantFrom('leaks', 'repairs'),
    words: fc.constantFrom('a', 'b'),
    interval,
  })
  .map(({ interval: stretch, ...row }): Shown => ({ ...row, ...stretch }));
const spans = fc.array(span, { maxLength: 8 });
const doubts = fc.array(
  fc.record({ ...place, interval }).map(({ interval: stretch, ...row }): Doubt => ({ ...row, ...stretch })),
  { maxLength: 2 },
);

function covers(list: readonly Interval[], at: number): boolean {
  return list.some(({ from, to }) => from <= at && at < to);
}

function isApart(list: readonly Interval[]): boolean {
  return list.every(({ from, to }, index) => from < to && (list[index - 1]?.to ?? -1) < from);
}

it('joins, cuts and takes away stretches of time as sets of instants', () => {
  fc.assert(
    fc.property(intervals, intervals, (some, others) => {
      const [both, cut, less] = [
        union([...some, ...others]),
        intersection(some, others),
        difference(some, others),
      ];
      for (const at of instants) {
        expect(covers(both, at)).toBe(covers(some, at) || covers(others, at));
        expect(covers(cut, at)).toBe(covers(some, at) && covers(others, at));
        expect(covers(less, at)).toBe(covers(some, at) && !covers(others, at));
      }
      expect([both, cut, less].every(isApart)).toBe(true);
    }),
  );
});

it('finds at every instant what is missing, too much, old or in other words, and nothing else', () => {
  fc.assert(
    fc.property(spans, spans, doubts, (owed, shown, doubted) => {
      const wrongs = wrongnessOf(owed, shown, doubted);
      for (const one of [...owed, ...shown]) {
        for (const at of instants) {
          const here = (row: Shown) => isAt(row, one) && covers([row], at);
          const [right, seen] = [owed.filter(here), shown.filter(here)].map(wordsOf);
          const inDoubt = doubted.some(doubt => isOf(doubt, one) && covers([doubt], at));
          const found = wrongs.filter(wrong => isAt(wrong, one) && covers([wrong], at));
          expect(found.map(({ kind }) => kind)).toEqual(inDoubt ? [] : kindsOf(right, seen, owed, one, at));
        }
      }
    }),
  );
});

function isOf(a: { home: string; code: string }, b: Shown): boolean {
  return a.home === b.home && a.code === b.code;
}
function isAt(a: Shown | Wrong, b: Shown): boolean {
  return a.system === b.system && isOf(a, b);
}
function wordsOf(rows: readonly Shown[]): string {
  return [...new Set(rows.map(({ words }) => words))].sort().join('');
}

/** The same again, said as plainly as it can be. */
function kindsOf(right = '', seen = '', owed: readonly Shown[], one: Shown, at: number): Wrong['kind'][] {
  if (right === seen) return [];
  if (right === '') return ['extra'];
  if (seen === '') return ['missing'];
  const before = owed.filter(row => isAt(row, one) && row.from <= at && row.from < row.to);
  return [...seen].every(words => before.some(row => row.words === words)) ? ['stale'] : ['wrong words'];
}

it('gives every wrong instant exactly one cause, the first that explains it', () => {
  fc.assert(
    fc.property(spans, spans, intervals, intervals, (owed, shown, first, second) => {
      const wrongs = wrongnessOf(owed, shown);
      const causes = [first, second].map((explains, index) => ({
        title: `${index}`,
        explains: () => explains,
      }));
      const parts = explained(wrongs, causes);
      for (const wrong of wrongs) {
        for (const at of instants.filter(instant => covers([wrong], instant))) {
          const found = parts.filter(part => part.kind === wrong.kind && isAt(part, { ...wrong, words: '' }));
          const expected = covers(first, at) ? '0' : covers(second, at) ? '1' : unexplained;
          expect(found.filter(part => covers([part], at)).map(({ cause }) => cause)).toEqual([expected]);
        }
      }
      expect(figureOf(parts).total.hours).toBeCloseTo(hoursOf(wrongs), 9);
    }),
  );
});

it('adds up by cause, and counts a home in a system once for homes in systems', () => {
  const hour = 3_600_000;
  const wrong = {
    kind: 'missing',
    system: 'leaks',
    home: '1',
    code: 'asbestos',
    from: 0,
    to: 2 * hour,
  } as const;
  const figure = figureOf([
    { ...wrong, cause: 'lapsed' },
    { ...wrong, code: 'active-leak', kind: 'extra', to: 3 * hour, cause: 'echo' },
    { ...wrong, home: '2', to: hour, cause: 'lapsed' },
  ]);
  const { causes, total, homesInSystems } = figure;
  expect(causes.map(({ cause, hours, homes }) => [cause, hours, homes])).toEqual([
    ['echo', 3, 1],
    ['lapsed', 3, 2],
  ]);
  expect([total.hours, total.missing, total.extra, total.homes, homesInSystems]).toEqual([6, 3, 3, 2, 4]);
  expect(tableOf(figure)).toContain('| all | 3 | 3 | 0 | 0 | 6 | 2 |');
});
