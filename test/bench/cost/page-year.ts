import { batches, countsOf, type Given } from './given.ts';
import { hopsOf, sumOf } from './hops.ts';
import { england, type Load } from './load.ts';
import { count, dollars, grid } from './markdown.ts';
import { standingOf } from './standing.ts';

/** A year of a load, and of England. */
export function perYear(given: Given, load: Load): string[] {
  const loads: [string, Load][] = [
    [`${count(load.events)} events, ${count(load.properties)} homes, ${load.systems} systems`, load],
    [
      `England: ${count(england.events)} events, ${count(england.properties)} homes, ${england.systems} systems`,
      england,
    ],
  ];
  const rows = loads.map(([name, each]) => {
    const { singly, inTens, standing } = yearOf(given, each);
    return [name, dollars(singly), dollars(inTens), dollars(standing), dollars(singly + standing)];
  });
  const standing = standingOf(countsOf(given, load.systems), load, given.measured.drift);
  return [
    '## A year',
    '',
    'Storage is beside it, below. England is one account here: as landlords of their own, each has what stands.',
    '',
    ...grid(['load', 'events, one at a time', 'in tens', 'what stands', 'one at a time, all'], rows),
    '',
    `What stands costs ${dollars(sum(standing))} a month for ${load.systems} systems: ${Object.entries(
      standing,
    )
      .map(([name, cost]) => `${name} ${dollars(cost)}`)
      .join(', ')}.`,
    '',
  ];
}

/** What a year costs, in dollars: the events, and what stands. */
export function yearOf(given: Given, load: Load) {
  const million = load.events / 1_000_000;
  return {
    singly: million * sumOf(hopsOf(given.measured.singly, batches.singly, load)),
    inTens: million * sumOf(hopsOf(given.measured.inTens, batches.inTens, load)),
    standing: 12 * sum(standingOf(countsOf(given, load.systems), load, given.measured.drift)),
  };
}

function sum(parts: Readonly<Record<string, number>>): number {
  return Object.values(parts).reduce((all, one) => all + one, 0);
}
