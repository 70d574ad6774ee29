import { recordKey } from '../../../functions/shell/tables/records/keys.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import type { Meter } from '../support/dynamodb-meter.ts';
import type { Estate, Home } from '../support/estate.ts';
import type { Cost } from '../support/meter/cost.ts';
import { makeNews } from '../support/news.ts';
import { printTable, type Row } from '../support/print.ts';
import { makeRandom } from '../support/random.ts';
import { eventsOf } from '../support/shared-events.ts';
import { costHeadings, costRow } from './cost-row.ts';
import type { Recorder } from './recorder.ts';

const aCommit = 40;

/** What the next event of a home costs after so many: twenty of them, each committed alone. */
export interface Step {
  length: number;
  cost: Cost;
  /** The record's bytes after them. */
  recordBytes: number;
}
export const measured = 20;

/** Lets more and more happen at one home, and measures what the next event costs at each of these lengths. */
export async function ladderOf(
  home: Home,
  lengths: readonly number[],
  estate: Estate,
  recorder: Recorder,
  meter: Meter,
): Promise<Step[]> {
  const subject = propertySubject(home.uprn);
  const life = lifeOf(home, Math.max(...lengths) + measured, estate);
  const steps: Step[] = [];
  let heard = 0;
  for (const length of lengths) {
    for (; heard < length; heard += aCommit)
      await recorder.commit([subject], life.slice(heard, Math.min(length, heard + aCommit)));
    meter.take();
    const next = life.slice(length, length + measured);
    for (const event of next) await recorder.commit([subject], [event]);
    heard = length + measured;
    steps.push({ length, cost: meter.take(), recordBytes: meter.sizeOf(recordKey(subject)) });
  }
  return steps;
}

/** Prints the ladder, one event a row. */
export function printLadder(steps: readonly Step[]): void {
  const rows = steps.map(
    ({ length, cost, recordBytes }): Row => [
      ...costRow(`after ${length}`, cost, measured),
      recordBytes / 1024,
    ],
  );
  printTable(['the next event', ...costHeadings, 'record KB'], rows);
}

/** So many events that the home itself keeps. */
function lifeOf(home: Home, events: number, estate: Estate): SystemEvent[] {
  const subject = propertySubject(home.uprn);
  return makeNews([home], events * 2, makeRandom(3))
    .flatMap(item => eventsOf(item, estate))
    .filter(({ data }) => data.subjects.some(touched => touched.subject === subject))
    .slice(0, events);
}
