import { ways } from './given.ts';
import { supposed } from './load.ts';
import { grid } from './markdown.ts';
import type { Measured } from './measured.ts';
import { prices, pricesOf } from './prices.ts';

/** What was measured, supposed and looked up. */
export function bases(measured: Measured): string[] {
  return [
    '## What it is made from',
    '',
    'Measured in the records table, by event:',
    '',
    ...grid(
      ['events come', 'calls', 'read units', 'write units', 'bytes kept'],
      ways.map(({ way, words }) => {
        const { calls, readUnits, writeUnits, storedBytes } = measured[way];
        return [words, ...[calls, readUnits, writeUnits, storedBytes].map(String)];
      }),
    ),
    '',
    `Comparing what systems hold reads, for each flag that lives, ${measured.drift.indexBytes} bytes of the index of flags and ${measured.drift.receiptBytes} of each receipt, every quarter of an hour.`,
    '',
    'Supposed:',
    '',
    ...grid(
      ['what', 'how much', 'because'],
      Object.entries(supposed).map(([name, { value, because }]) => [`\`${name}\``, String(value), because]),
      [0, 2],
    ),
    '',
    `Prices of ${pricesOf}, in US dollars, without tax and free tiers:`,
    '',
    ...grid(
      ['price', 'dollars a million', 'per', 'source'],
      Object.entries(prices).map(([name, { value, per, source }]) => [
        `\`${name}\``,
        String(Number((value * 1_000_000).toPrecision(6))),
        per,
        source,
      ]),
      [0, 2, 3],
    ),
  ];
}
