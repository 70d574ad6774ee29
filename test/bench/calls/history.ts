import { recordKey } from '../../../functions/shell/table/keys.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { propertySubject } from '../../../schemas/reference.ts';
import type { Meter } from '../support/dynamodb-meter.ts';
import type { Estate, Home } from '../support/estate.ts';
import { makeNews } from '../support/news.ts';
import { printTable, type Row } from '../support/print.ts';
import { makeRandom } from '../support/random.ts';
import { eventsOf } from '../support/shared-events.ts';
import { costHeadings, costRow } from './cost-row.ts';
import type { Recorder } from './recorder.ts';

const measured = 20;
const aCommit = 40;

/** Prints what the next event of one home costs after more and more events: twenty of them, each committed alone. */
export async function measureHistory(
  home: Home,
  lengths: readonly number[],
  estate: Estate,
  recorder: Recorder,
  meter: Meter,
): Promise<void> {
  const subject = propertySubject(home.uprn);
  const life = lifeOf(home, Math.max(...lengths) + measured, estate);
  const rows: Row[] = [];
  let heard = 0;
  for (const length of lengths) {
    for (; heard < length; heard += aCommit)
      await recorder.commit(subject, life.slice(heard, Math.min(length, heard + aCommit)));
    meter.take();
    const next = life.slice(length, length + measured);
    for (const event of next) await recorder.commit(subject, [event]);
    heard = length + measured;
    rows.push([
      ...costRow(`after ${length}`, meter.take(), measured),
      meter.sizeOf(recordKey(subject)) / 1024,
    ]);
  }
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
