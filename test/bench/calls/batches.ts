import { reachedBy } from '../../../functions/core/record/reach.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Meter } from '../support/dynamodb-meter.ts';
import type { Estate, Home } from '../support/estate.ts';
import { jobMessageOf } from '../support/news/job-messages.ts';
import { leakRowOf } from '../support/news/leak-rows.ts';
import type { Moment } from '../support/news/moment.ts';
import { afterTheNews, type NewsItem } from '../support/news.ts';
import { printTable, type Row } from '../support/print.ts';
import { eventsOf } from '../support/shared-events.ts';
import { costHeadings, costRow, type EventCost, eventCost } from './cost-row.ts';
import type { Recorder } from './recorder.ts';

/** What is measured of each shape: one batch of the largest, ten of the smallest. */
const atLeast = 10;
const history = 20;

const jobs = (moment: Moment): NewsItem => ({ system: 'repairs', item: jobMessageOf(moment) });
const leaks = (moment: Moment): NewsItem => ({ system: 'leaks', item: leakRowOf(moment) });

/** What a batch is made of; each shape has homes of its own, of which something was heard before. */
const shapes = [
  { name: '1 event, 1 subject', size: 1, subjects: 1, homes: 1, tell: jobs },
  { name: '1 event, 3 subjects', size: 1, subjects: 3, homes: 1, tell: leaks },
  { name: '10 events of 10 homes, 1 subject', size: 10, subjects: 1, homes: 10, tell: jobs },
  { name: '10 events of 10 homes, 3 subjects', size: 10, subjects: 3, homes: 10, tell: leaks },
  { name: '10 events of 1 home, 1 subject', size: 10, subjects: 1, homes: 1, tell: jobs },
  { name: '10 events of 1 home, 3 subjects', size: 10, subjects: 3, homes: 1, tell: leaks },
  { name: '40 events of 4 homes, 1 subject', size: 40, subjects: 1, homes: 4, tell: jobs },
] as const;
type Shape = (typeof shapes)[number];

/** Prints what an event costs in batches of every shape; each shape takes the ten homes of a block of the estate. */
export async function measureBatches(estate: Estate, recorder: Recorder, meter: Meter): Promise<EventCost[]> {
  const rows: Row[] = [];
  const costs: EventCost[] = [];
  for (const [index, shape] of shapes.entries()) {
    const homes = estate.homes.slice(index * 10, index * 10 + shape.homes);
    const lives = homes.map(home => lifeOf(home, shape, estate));
    for (const life of lives) await recorder.batch(life.slice(0, history));
    const measured = Math.max(atLeast, shape.size);
    const news = Array.from({ length: measured }, (_, turn) => {
      const life = lives[turn % lives.length] ?? [];
      return life[history + Math.floor(turn / lives.length)];
    }).filter(event => event !== undefined);
    meter.take();
    for (let sent = 0; sent < measured; sent += shape.size) {
      await recorder.batch(news.slice(sent, sent + shape.size));
    }
    const cost = meter.take();
    const each = eventCost(shape.name, cost, measured);
    rows.push([...costRow(shape.name, cost, measured), each.writeUnits / shape.subjects]);
    costs.push(each);
  }
  printTable(['per event', ...costHeadings, 'WRU/subject'], rows);
  return costs;
}

/** What happens at a home, of what reaches as many subjects as asked. */
function lifeOf(home: Home, { subjects, tell }: Shape, estate: Estate): SystemEvent[] {
  const events: SystemEvent[] = [];
  for (let turn = 0; events.length < history + atLeast; turn += 1) {
    const at = new Date(afterTheNews.getTime() - (1000 - turn) * 3_600_000);
    events.push(
      ...eventsOf(tell({ home, turn, at }), estate).filter(event => reachedBy(event).length === subjects),
    );
  }
  return events;
}
