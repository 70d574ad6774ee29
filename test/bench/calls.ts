import path from 'node:path';
import { startEngine } from '@infra/local/dynamodb';
import { renewMarked } from '../support/marked.ts';
import type { Bench } from './bench.ts';
import { measureBatches } from './calls/batches.ts';
import { type EventCost, eventCost } from './calls/cost-row.ts';
import { deployedTable } from './calls/deployed-table.ts';
import { ladderOf, measured, printLadder } from './calls/history.ts';
import { makeRecorder } from './calls/recorder.ts';
import { meterOn } from './support/dynamodb-meter.ts';
import { makeEstate } from './support/estate.ts';
import { figure } from './support/print.ts';

const readme = path.join(import.meta.dirname, 'README.md');

/** What an event costs in calls, bytes and units: figures that hold on AWS as they do here. */
export const calls: Bench = {
  title:
    'what the record function asks of DynamoDB for an event; units by formula; written into the README beside this',
  async run(context) {
    const engine = await startEngine();
    try {
      const table = await deployedTable(context, engine.endpoint);
      const [estate, recorder, meter] = [makeEstate(8), makeRecorder(table), meterOn(table.client)];
      const batches = await measureBatches(estate, recorder, meter);
      console.log();
      const [home] = estate.homes.slice(70);
      const lengths = context.long ? [10, 100, 1_000, 10_000] : [10, 100, 1_000];
      const steps = home === undefined ? [] : await ladderOf(home, lengths, estate, recorder, meter);
      printLadder(steps);
      const later = steps.map(({ length, cost }) =>
        eventCost(`the next event of a home with ${length}`, cost, measured),
      );
      renewMarked(readme, 'calls', () => callsTable([...batches, ...later]));
      table.client.destroy();
    } finally {
      await engine.stop();
    }
  },
};

function callsTable(costs: readonly EventCost[]): string {
  const rows = costs.map(
    ({ name, calls: asked, readUnits, writeUnits }) =>
      `| ${name} | ${figure(asked)} | ${figure(readUnits)} | ${figure(writeUnits)} |`,
  );
  return ['| an event, of | calls | read units | write units |', '| --- | --: | --: | --: |', ...rows].join(
    '\n',
  );
}
