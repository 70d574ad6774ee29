import { minutesBetweenDriftLines } from '../../../functions/shell/log-lines.ts';
import { type Load, supposed } from './load.ts';
import type { DriftBytes } from './measured.ts';
import { prices } from './prices.ts';

/** How many there are of what costs something by itself, in all of the templates. */
export interface Counts {
  readonly alarms: number;
  /** Those that have a value every quarter of an hour, whatever happens: AWS counts a metric in the hours that it has one. */
  readonly metrics: number;
  readonly keys: number;
  readonly secrets: number;
  /** Queues that feed a function. */
  readonly polledQueues: number;
}

const minutesAMonth = (365.25 * 24 * 60) / 12;

/** The counts for so many systems, each as the mean of those that there are, from the counts for these and for none. */
export function countsFor(systems: number, all: Counts, none: Counts, present: number): Counts {
  const of = (name: keyof Counts) => none[name] + (systems * (all[name] - none[name])) / present;
  return {
    ...{ alarms: of('alarms'), metrics: of('metrics'), keys: of('keys') },
    ...{ secrets: of('secrets'), polledQueues: of('polledQueues') },
  };
}

/** What a deployment costs a month when nothing happens, in dollars: each part by name. */
export function standingOf(
  counts: Counts,
  { properties, systems }: Pick<Load, 'properties' | 'systems'>,
  { indexBytes, receiptBytes }: DriftBytes,
) {
  const polls = counts.polledQueues * supposed.pollsPerMinute.value * minutesAMonth;
  const flags = properties * supposed.flagsPerProperty.value;
  const receipts = systems * supposed.entitledShare.value;
  const comparisons = minutesAMonth / minutesBetweenDriftLines;
  // A query takes half a unit for each 4 KB, where it need not be consistent.
  const readUnits = (comparisons * flags * (indexBytes + receipts * receiptBytes)) / 4096 / 2;
  return {
    alarms: counts.alarms * prices.alarmMonth.value,
    metrics: counts.metrics * prices.metricMonth.value,
    'keys and secrets': counts.keys * prices.keyMonth.value + counts.secrets * prices.secretMonth.value,
    'polling of queues': polls * prices.queueRequest.value,
    'measuring drift': readUnits * prices.readUnit.value,
  };
}
