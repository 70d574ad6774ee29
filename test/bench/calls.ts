import { startEngine } from '@infra/local/dynamodb';
import type { Bench } from './bench.ts';
import { measureBatches } from './calls/batches.ts';
import { ladderOf, printLadder } from './calls/history.ts';
import { makeRecorder } from './calls/recorder.ts';
import { recordsTable } from './calls/records-table.ts';
import { meterOn } from './support/dynamodb-meter.ts';
import { makeEstate } from './support/estate.ts';

/** What an event costs in calls, bytes and units: figures that hold on AWS as they do here. */
export const calls: Bench = {
  title: 'what the record function asks of DynamoDB for an event; units by formula',
  async run(context) {
    const engine = await startEngine();
    try {
      const table = await recordsTable(context, engine.endpoint);
      const [estate, recorder, meter] = [makeEstate(8), makeRecorder(table), meterOn(table.client)];
      await measureBatches(estate, recorder, meter);
      console.log();
      const [home] = estate.homes.slice(70);
      const lengths = context.long ? [10, 100, 1_000, 10_000] : [10, 100, 1_000];
      if (home !== undefined) printLadder(await ladderOf(home, lengths, estate, recorder, meter));
      table.client.destroy();
    } finally {
      await engine.stop();
    }
  },
};
