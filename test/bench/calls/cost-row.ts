import { type Cost, callsOf, kinds } from '../support/meter/cost.ts';
import type { Row } from '../support/print.ts';
import { total } from '../support/statistics.ts';

/** The headings of a row of costs: calls, items and bytes, then the write units in all and by what they are for. */
export const costHeadings = [
  ...['calls', 'reads', 'tx', 'items', 'KB out', 'KB in', 'RRU', 'WRU'],
  ...kinds.map(kind => `of ${kind}`),
];

/** The cost of one event, where so many cost this much. */
export function costRow(name: string, cost: Cost, events: number): Row {
  const { reads, transactions, itemsWritten, bytesSent, bytesReceived, readUnits, writeUnits } = cost;
  const units = kinds.map(kind => writeUnits[kind]);
  const costs = [
    callsOf(cost),
    reads,
    transactions,
    itemsWritten,
    bytesSent / 1024,
    bytesReceived / 1024,
    readUnits,
  ];
  return [name, ...[...costs, total(units), ...units].map(value => value / events)];
}

/** What an event costs on average. */
export interface EventCost {
  name: string;
  calls: number;
  readUnits: number;
  writeUnits: number;
}

/** The cost of one event, in short, where so many cost this much. */
export function eventCost(name: string, cost: Cost, events: number): EventCost {
  const writeUnits = total(Object.values(cost.writeUnits)) / events;
  return { name, calls: callsOf(cost) / events, readUnits: cost.readUnits / events, writeUnits };
}
