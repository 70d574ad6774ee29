import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS, createTable, dynamoDbCalls, REGION, startEngine } from '@infra/local/dynamodb';
import { findNamed, planTables } from '@infra/local/template';
import { fullJitter } from '../../functions/shell/backoff.ts';
import type { Table } from '../../functions/shell/tables/batch-requests.ts';
import type { Bench, BenchContext } from './bench.ts';
import { measureBatches } from './calls/batches.ts';
import { ladderOf, printLadder } from './calls/history.ts';
import { makeRecorder } from './calls/recorder.ts';
import { meterOn } from './support/dynamodb-meter.ts';
import { makeEstate } from './support/estate.ts';
import { readTemplate } from './support/template.ts';

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

/** The records table of the synthesised template, empty. */
async function recordsTable(context: BenchContext, endpoint: string): Promise<Table> {
  const { resources } = await readTemplate(context);
  const plan = findNamed(planTables(resources), 'StorageRecords', 'table');
  await createTable(dynamoDbCalls(endpoint), plan);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return { client, tableName: plan.name, pause: fullJitter({ base: 20, cap: 640 }) };
}
