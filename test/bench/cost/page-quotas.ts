import { england, supposed } from './load.ts';
import { count, grid } from './markdown.ts';
import type { PerEvent } from './measured.ts';
import { needsOf, peakOf } from './quotas.ts';

/** What is needed of the quotas of London, for England and for ten times as much. */
export function quotas(singly: PerEvent): string[] {
  const ten = { ...england, events: 10 * england.events };
  const [needs, more] = [needsOf(england, singly), needsOf(ten, singly)];
  const rows = needs.map(({ quota, limit, unit, need, raised, source }, index) => {
    const tenfold = more[index]?.need ?? 0;
    return [
      quota,
      `${count(limit)} ${unit}`,
      verdict(need, limit, raised),
      verdict(tenfold, limit, raised),
      source,
    ];
  });
  return [
    '## Quotas of London',
    '',
    `The busiest second of England is ${count(Math.round(peakOf(england)))} events, of ten times England ${count(Math.round(peakOf(ten)))}: ${supposed.peak.value} times the mean. Everything in one account, and every event alone.`,
    '',
    ...grid(
      ['quota', 'at first', `${count(england.events)} a year`, `${count(ten.events)} a year`, 'source'],
      rows,
      [0, 4],
    ),
    '',
  ];
}

function verdict(need: number, limit: number, raised: boolean): string {
  const says = need <= limit ? 'fits' : raised ? 'ask AWS for more' : 'does not fit';
  return `${need < 10 ? need.toFixed(1) : count(Math.round(need))}: ${says}`;
}
