import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEngine } from '@infra/local/dynamodb';
import { reachedBy } from '../../functions/core/record/reach.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import { renewMarked } from '../support/marked.ts';
import type { Bench, BenchContext } from './bench.ts';
import { castore } from './peers/castore.ts';
import { clientOf, killedAfter } from './peers/clients.ts';
import type { Contender } from './peers/contender.ts';
import { hub } from './peers/hub.ts';
import { powertools, remaining } from './peers/powertools.ts';
import { meterOn } from './support/dynamodb-meter.ts';
import { makeEstate } from './support/estate.ts';
import { callsOf } from './support/meter/cost.ts';
import { jobMessageOf } from './support/news/job-messages.ts';
import { afterTheNews } from './support/news.ts';
import { markdownTable, printTable, type Row } from './support/print.ts';
import { makeRandom } from './support/random.ts';
import { eventsOf } from './support/shared-events.ts';
import { median, timed, total } from './support/statistics.ts';

const contenders: readonly Contender[] = [hub, castore, powertools];
const ways = [
  { name: '1', batch: 1, homes: 20 },
  { name: '10', batch: 10, homes: 20 },
  { name: '40 over 4 homes', batch: 40, homes: 4 },
] as const;
const rounds = 5;
const many = 120;
const kills = 11;
const estate = makeEstate(3);

const readme = path.join(import.meta.dirname, 'README.md');
const headings = [
  '',
  'batch',
  'events a second',
  'spread',
  'calls',
  'write units',
  'wrong records',
  'folded twice',
];

/** The same events for everybody, on the same DynamoDB Local: what each does with them, and what it costs. */
export const peers: Bench = {
  title: `the record path beside castore and Powertools: ${rounds} interleaved rounds of ${many} events`,
  async run(context) {
    const engine = await startEngine();
    try {
      const killed = new Map<Contender, number>();
      for (const each of contenders) killed.set(each, await doubles(each, context, engine.endpoint));
      const rows: Row[] = [];
      for (const way of ways) {
        const found = new Map<Contender, Measured[]>(contenders.map(each => [each, []]));
        for (let round = 0; round <= rounds; round += 1) {
          for (const each of contenders) {
            const measured = await measure(each, context, engine.endpoint, way);
            if (round > 0) found.get(each)?.push(measured);
          }
        }
        for (const [each, all] of found) {
          const rate = all.map(one => one.rate);
          const spread = `${Math.min(...rate).toFixed(0)} to ${Math.max(...rate).toFixed(0)}`;
          const [calls, units] = [median(all.map(one => one.calls)), median(all.map(one => one.units))];
          const wrong = total(all.map(one => one.wrong));
          rows.push([
            each.name,
            way.name,
            median(rate),
            spread,
            calls,
            units,
            wrong,
            `${killed.get(each)} of ${kills}`,
          ]);
        }
      }
      printTable(headings, rows);
      renewMarked(readme, 'peers', () => markdownTable(headings, rows));
    } finally {
      await engine.stop();
    }
  },
};

interface Measured {
  rate: number;
  calls: number;
  units: number;
  wrong: number;
}

async function measure(
  contender: Contender,
  context: BenchContext,
  endpoint: string,
  { batch, homes }: (typeof ways)[number],
): Promise<Measured> {
  const events = happened(homes, many);
  const file = disturbed(events);
  const opened = await contender.open(context, endpoint);
  const client = clientOf(endpoint);
  const meter = meterOn(client);
  const consume = opened.consumer(client);
  const batches = Array.from({ length: Math.ceil(file.length / batch) }, (_, index) =>
    file.slice(index * batch, (index + 1) * batch),
  );
  const wall = await timed(async () => {
    for (const one of batches) await consume(one);
  });
  const cost = meter.take();
  const wrong = await opened.wrong(events);
  client.destroy();
  const units = total(Object.values(cost.writeUnits));
  return {
    rate: (file.length / wall) * 1000,
    calls: callsOf(cost) / file.length,
    units: units / file.length,
    wrong,
  };
}

/** Jobs at homes in turn, in the order in which they happened: what each is about is its home alone. */
function happened(homes: number, count: number): SystemEvent[] {
  const events: SystemEvent[] = [];
  for (let turn = 0; events.length < count; turn += 1) {
    const home = estate.homes[turn % homes];
    if (home === undefined) throw new Error('The estate is too small');
    const at = new Date(afterTheNews.getTime() - (10_000 - turn) * 60_000);
    // Every fifth message about a home raises a job.
    const item = jobMessageOf({ home, turn: 5 * turn, at });
    events.push(...eventsOf({ system: 'repairs', item }, estate).filter(isOpening));
  }
  return events.slice(0, count);
}

/** A job that is raised reaches its home alone, and waits for nothing that was not heard yet. */
function isOpening(event: SystemEvent): boolean {
  return event.type === 'housing.repair.raised.v1' && reachedBy(event).length === 1;
}

/** One in ten is sent twice, the second time up to twenty places later, and one in ten comes up to twenty places late. */
function disturbed(events: readonly SystemEvent[]): SystemEvent[] {
  const random = makeRandom(7);
  const placed = events.flatMap((event, index) => {
    const late = () => index + 1 + random.below(20);
    const own = random.below(10) === 0 ? late() : index;
    return [{ event, place: own }, ...(random.below(10) === 0 ? [{ event, place: late() }] : [])];
  });
  return placed.toSorted((one, other) => one.place - other.place).map(({ event }) => event);
}

/** How many of so many events are folded twice, when the process ends between the effect and the acknowledgement. */
async function doubles(contender: Contender, context: BenchContext, endpoint: string): Promise<number> {
  let wrong = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const event = happened(1, kills)[kill];
    if (event === undefined) throw new Error('Nothing happened');
    const opened = await contender.open(context, endpoint);
    const doomed = clientOf(endpoint);
    const over = killedAfter(doomed, contender.effect);
    await Promise.race([over, opened.consumer(doomed)([event])]);
    await sleep(2 * remaining);
    const client = clientOf(endpoint);
    await opened.consumer(client)([event]);
    wrong += await opened.wrong([event]);
    client.destroy();
    doomed.destroy();
  }
  return wrong;
}
