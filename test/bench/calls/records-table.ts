import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS, createTable, dynamoDbCalls, REGION } from '@infra/local/dynamodb';
import { findNamed, planTables } from '@infra/local/template';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import type { BenchContext } from '../bench.ts';
import { readTemplate } from '../support/template.ts';

/** The records table of the synthesised template, empty. */
export async function recordsTable(context: BenchContext, endpoint: string): Promise<Table> {
  const { resources } = await readTemplate(context);
  const plan = findNamed(planTables(resources), 'StorageRecords', 'table');
  await createTable(dynamoDbCalls(endpoint), plan);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return { client, tableName: plan.name, pause: fullJitter({ base: 20, cap: 640 }) };
}
