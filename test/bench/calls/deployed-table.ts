import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS, createTable, dynamoDbCalls, REGION } from '@infra/local/dynamodb';
import { findNamed, planTables, type TablePlan } from '@infra/local/template';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { Table } from '../../../functions/shell/tables/batch-requests.ts';
import type { BenchContext } from '../bench.ts';
import { readTemplate } from '../support/template.ts';

/**
 * A table of the synthesised template, empty: that of records, unless told otherwise.
 * @param copy the name of one of many; without a stream, for which DynamoDB Local would slow each of them down
 */
export async function deployedTable(
  context: BenchContext,
  endpoint: string,
  logicalId = 'StorageRecords',
  copy?: string,
): Promise<Table> {
  const { resources } = await readTemplate(context);
  const declared = findNamed(planTables(resources), logicalId, 'table');
  const plan = copy === undefined ? declared : copyOf(declared, copy);
  await createTable(dynamoDbCalls(endpoint), plan);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return { client, tableName: plan.name, pause: fullJitter({ base: 20, cap: 640 }) };
}

function copyOf(
  { createTable: { StreamSpecification: _, ...rest }, ...plan }: TablePlan,
  name: string,
): TablePlan {
  return { ...plan, name, createTable: { ...rest, TableName: name } };
}
