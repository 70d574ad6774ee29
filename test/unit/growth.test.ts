import { describe, expect, it, type TestContext } from 'vitest';
import { readAddress } from '../../functions/core/identity/address.ts';
import type { AddressedPlace } from '../../functions/core/identity/home.ts';
import { matchAddress } from '../../functions/core/identity/match-address.ts';
import { readSheet } from '../../functions/intake/item/sheet.ts';
import { keyText } from '../../schemas/key-text.ts';
import { uprnSchema } from '../../schemas/reference.ts';

/** Four times the input may take so many times as long: n log n takes five, n² sixteen. */
const mostGrowth = 9;
/** Long enough for the clock, and to be fair to what is slow to begin with. */
const leastMs = 5;

/** The least processor time of several runs: what else the machine does can only make one longer. */
function shortest(run: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const from = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(from);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

/**
 * By how much longer four times the input takes. Measured again while it is too much: a square stays one, noise does not. The
 * clock at times says that something took no time at all; it was found to take the least.
 */
function growth(run: (size: number) => void, size: number): number {
  let times = 1;
  const repeated = (n: number) => () => {
    for (let count = 0; count < times; count += 1) run(n);
  };
  while (shortest(repeated(size)) < leastMs) times *= 2;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && least >= mostGrowth; attempt += 1)
    least = Math.min(least, shortest(repeated(size * 4)) / Math.max(leastMs, shortest(repeated(size))));
  return least;
}

const place: AddressedPlace = {
  uprn: uprnSchema.parse('1'),
  address: 'FLAT 4, LARCH HOUSE, 20 LINDEN ROAD, LONDON',
  postcode: 'SE15 4PT',
};

/** What a text is made of that is hard to read: words that begin something and do not end it. */
const pieces = [
  ...[
    'NO ',
    'NUMBER ',
    'FLAT ',
    'FLAT NO ',
    'FIRST ',
    'FLOOR ',
    'GFF ',
    'TOP FLOOR ',
    'A ',
    '1 ',
    '12A-',
    '1/',
    '0',
  ],
  ...['LARCH HOUSE ', 'SE15 ', ', ', ' ', '- ', 'ST ', '((', '\n', 'É', "'"],
];

declare module 'vitest' {
  interface TaskMeta {
    /** Times as long, for four times the input: `npm run test:tried` writes it down. */
    growth?: number;
  }
}

function growsModestly({ task }: TestContext, run: (size: number) => void, size: number): void {
  const times = growth(run, size);
  task.meta.growth = times;
  expect(times).toBeLessThan(mostGrowth);
}

describe('reading takes a time that grows with what is read, not with its square', () => {
  it.for(pieces)('an address of %j', (piece, context) => {
    const ofLength = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    growsModestly(context, length => readAddress(ofLength(length)), 100);
  });

  it.for(['1 ', 'LARCH ', 'FLAT 4 ', '4, '])('matching an address of %j', (piece, context) => {
    growsModestly(context, words => matchAddress(readAddress(piece.repeat(words)), [place]), 7);
  });

  it('a sheet with many rows', context => {
    const sheet = (rows: number) => `Flat,Date\n${'4,02/06/2025\n'.repeat(rows)}`;
    growsModestly(context, rows => readSheet(sheet(rows)), 500);
  });

  it('a sheet with many columns', context => {
    const sheet = (columns: number) => {
      const headings = Array.from({ length: columns }, (_, index) => `C${index}`).join(',');
      return `${headings}\n${'x,'.repeat(columns)}\n`;
    };
    growsModestly(context, columns => readSheet(sheet(columns)), 1_000);
  });

  it.for(["'", '="', '" ', '\u200b', '0', ' '])('a key of %j', (piece, context) => {
    growsModestly(context, length => keyText(`1${piece.repeat(length)}`), 500);
  });
});

describe('a text that is longer than any address', () => {
  it.each([600, 8_000, 1_000_000])('of %d characters means no home', length => {
    const text = `${place.address} ${'NO '.repeat(length / 3)}`;
    expect(readAddress(text)).toEqual({ units: [], lines: [], loose: [] });
  });
});

describe('a sheet with more columns than anybody reads', () => {
  it('is refused with their number', () => {
    const headings = Array.from({ length: 100_000 }, (_, index) => `C${index}`).join(',');
    expect(readSheet(`${headings}\nx\n`)).toEqual({
      ok: false,
      detail: 'Row 1, the headings: there are 100000; at most 500 are read',
    });
  });
});
