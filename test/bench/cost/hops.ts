import { type Load, memoryGb, supposed } from './load.ts';
import type { PerEvent } from './measured.ts';
import { prices } from './prices.ts';

/** A step on the path of an event, and what a million source events cost there. */
export interface Hop {
  readonly name: string;
  readonly perMillion: number;
}

const million = 1_000_000;
const kbToGb = 1 / (1024 * 1024);
const of = supposed;

/**
 * What a million source events cost, hop by hop.
 *
 * @param measured what an event costs in the records table
 * @param batch how many events come to `record` at once
 */
export function hopsOf(measured: PerEvent, batch: number, { systems }: Pick<Load, 'systems'>): Hop[] {
  const changes = of.changesPerEvent.value;
  const deliveries = changes * of.entitledShare.value * systems;
  const repeated = deliveries * (of.announcedTimes.value - 1);
  const recordMs = (measured.calls * of.readMs.value * batch + 5) / batch;
  const invocations = 2 / batch + changes / 10 + deliveries + repeated;
  const perEvent: [string, number][] = [
    ['HTTP API', prices.apiRequest.value / batch],
    ['receive', lambda(1 / batch, of.receiveMs.value / batch)],
    ['homes and receipts (reads)', of.receiveReadUnits.value * prices.readUnit.value],
    ['event bus, in', prices.busEvent.value],
    ['archive, taken in', of.eventKb.value * kbToGb * prices.archiveGb.value],
    ['record queue', queue(batch)],
    ['record', lambda(1 / batch, recordMs)],
    ['records table, writes', measured.writeUnits * prices.writeUnit.value],
    ['records table, reads', measured.readUnits * prices.readUnit.value],
    ['relay', lambda(changes / 10, (changes / 10) * of.relayMs.value)],
    ['event bus, out', changes * of.announcedTimes.value * prices.busEvent.value],
    ['outbound queues', (deliveries + repeated) * queue(1)],
    [
      'deliver',
      lambda(deliveries + repeated, deliveries * of.deliverMs.value + repeated * of.repeatedMs.value),
    ],
    [
      'deliveries table',
      deliveries *
        (of.deliveryWriteUnits.value * prices.writeUnit.value +
          of.deliveryReadUnits.value * prices.readUnit.value) +
        repeated * of.repeatedWriteUnits.value * prices.writeUnit.value,
    ],
    ['logs', invocations * of.logKb.value * kbToGb * prices.logGb.value],
    ['traces', of.traced.value * (1 / batch) * prices.trace.value],
  ];
  return perEvent.map(([name, dollars]) => ({ name, perMillion: dollars * million }));
}

/** What all hops cost together. */
export function sumOf(hops: readonly Hop[]): number {
  return hops.reduce((sum, { perMillion }) => sum + perMillion, 0);
}

function lambda(invocations: number, ms: number): number {
  return invocations * prices.lambdaRequest.value + (ms / 1000) * memoryGb * prices.lambdaGbSecond.value;
}

/** An event through a queue: put in alone, taken and deleted with its batch. */
function queue(batch: number): number {
  return (1 + 2 / batch) * prices.queueRequest.value;
}
