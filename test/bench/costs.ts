import { writeFileSync } from 'node:fs';
import { startEngine } from '@infra/local/dynamodb';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Bench } from './bench.ts';
import { deployedTable, newClient } from './calls/deployed-table.ts';
import { driftBytes } from './calls/drift-bytes.ts';
import { historyBytes } from './calls/history-bytes.ts';
import { makeRecorder } from './calls/recorder.ts';
import { makeStoredBytes } from './calls/stored-bytes.ts';
import { type HistoryBytes, measuredFile, type PerEvent, type Way } from './cost/measured.ts';
import { meterOn } from './support/dynamodb-meter.ts';
import { type Estate, type Home, makeEstate } from './support/estate.ts';
import { callsOf } from './support/meter/cost.ts';
import { makeNews } from './support/news.ts';
import { printTable } from './support/print.ts';
import { makeRandom } from './support/random.ts';
import { eventsOf } from './support/shared-events.ts';
import { total } from './support/statistics.ts';

/** How events come: one at a time on most days, in tens when a queue is full, in forties over four homes from a file. */
const ways: readonly { way: Way; homes: number; batch: number }[] = [
  { way: 'singly', homes: 20, batch: 1 },
  { way: 'inTens', homes: 20, batch: 10 },
  { way: 'inForties', homes: 4, batch: 40 },
];
const history = 80;
const measured = 120;

/** What an event of a borough's mix costs in the records table: the figures that `npm run cost` reads. */
export const costs: Bench = {
  title: 'what an event costs in the records table, written to test/bench/cost/measured.json',
  async run(context) {
    const engine = await startEngine();
    try {
      const table = await deployedTable(context, engine.endpoint);
      const [estate, recorder, meter] = [makeEstate(5), makeRecorder(table), meterOn(table.client)];
      const storedBytes = makeStoredBytes(engine.endpoint, table.tableName);
      let from = 0;
      const found: Partial<Record<Way, PerEvent>> = {};
      for (const { way, homes, batch } of ways) {
        const events = newsOf(estate, estate.homes.slice(from, from + homes));
        from += homes;
        for (const some of inBatches(events.slice(0, history), batch)) await recorder.batch(some);
        const before = await storedBytes();
        meter.take();
        for (const some of inBatches(events.slice(history), batch)) await recorder.batch(some);
        const cost = meter.take();
        const writeUnits = total(Object.values(cost.writeUnits));
        const each = { calls: callsOf(cost), readUnits: cost.readUnits, writeUnits };
        found[way] = perEvent({ ...each, storedBytes: (await storedBytes()) - before });
      }
      printTable(
        ['per event', 'calls', 'RRU', 'WRU', 'bytes kept'],
        Object.entries(found).map(([way, of]) => [
          way,
          ...[of.calls, of.readUnits, of.writeUnits, of.storedBytes],
        ]),
      );
      const { client, tableName: deliveries } = await deployedTable(
        context,
        engine.endpoint,
        'StorageDeliveries',
      );
      const { endpoint } = engine;
      const drift = await driftBytes({ endpoint, client, records: table.tableName, deliveries });
      printTable(
        ['comparing reads, for each flag', 'bytes'],
        [
          ['of the index of flags', drift.indexBytes],
          ['of each receipt', drift.receiptBytes],
        ],
      );
      const all = ways.length * (history + measured);
      const last = estate.homes.slice(from - 4, from);
      const moved = await historyBytes({ ...table, client: newClient(endpoint) }, all, last);
      printTable(
        ['of an event', 'rows', 'their bytes', 'bytes of its id', 'bytes of a row that has moved'],
        [['', moved.rows, moved.rowBytes, moved.idBytes, moved.movedBytes]],
      );
      writeFileSync(
        measuredFile,
        `${JSON.stringify({ ...found, drift, history: rounded(moved) }, null, 2)}\n`,
      );
      client.destroy();
      table.client.destroy();
    } finally {
      await engine.stop();
    }
  },
};

function newsOf(estate: Estate, homes: readonly Home[]): SystemEvent[] {
  const news = makeNews(homes, history + measured, makeRandom(5));
  return news.flatMap(item => eventsOf(item, estate)).slice(0, history + measured);
}

function inBatches(events: readonly SystemEvent[], size: number): SystemEvent[][] {
  return Array.from({ length: Math.ceil(events.length / size) }, (_, index) =>
    events.slice(index * size, (index + 1) * size),
  );
}

function rounded(all: HistoryBytes): HistoryBytes {
  const each = ([name, value]: [string, number]) => [name, Number(value.toPrecision(4))];
  return Object.fromEntries(Object.entries(all).map(each));
}

function perEvent(all: PerEvent): PerEvent {
  const each = ([name, value]: [string, number]) => [name, Number((value / measured).toPrecision(4))];
  return Object.fromEntries(Object.entries(all).map(each));
}
