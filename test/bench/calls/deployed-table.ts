import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CREDENTIALS, createTable, dynamoDbCalls, REGION } from '@infra/local/dynamodb';
import { findNamed, planTables, type TablePlan } from '@infra/local/template';
import { fullJitter } from '../../../functions/shell/backoff.ts';
import type { EventsTable } from '../../../functions/shell/tables/records/event-items.ts';
import { memoryMoved } from '../../support/memory-moved.ts';
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
): Promise<EventsTable> {
  const { resources } = await readTemplate(context);
  const declared = findNamed(planTables(resources), logicalId, 'table');
  const plan = copy === undefined ? declared : copyOf(declared, copy);
  await createTable(dynamoDbCalls(endpoint), plan);
  const client = newClient(endpoint);
  return { client, tableName: plan.name, pause: fullJitter({ base: 20, cap: 640 }), moved: memoryMoved() };
}

/** A client of the engine that nobody meters. */
export function newClient(endpoint: string): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: REGION, credentials: CREDENTIALS }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
}

function copyOf(
  { createTable: { StreamSpecification: _, ...rest }, ...plan }: TablePlan,
  name: string,
): TablePlan {
  return { ...plan, name, createTable: { ...rest, TableName: name } };
}
