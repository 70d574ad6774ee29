import type { TablePlan } from '../plan/tables.ts';
import { type DynamoDbCall, DynamoDbError } from './client.ts';

/** A table that exists. */
export interface LocalTable {
  readonly plan: TablePlan;
  /** The engine's own ARN of the stream, if the table has one. */
  readonly stream: string | undefined;
}

/**
 * Creates a table with its indexes, stream and expiry.
 *
 * @param call calls DynamoDB
 * @param plan the table
 */
export async function createTable(call: DynamoDbCall, plan: TablePlan): Promise<LocalTable> {
  const { TableDescription } = await call<{ TableDescription: { LatestStreamArn?: string } }>(
    'DynamoDB',
    'CreateTable',
    plan.createTable,
  );
  if (plan.timeToLive !== undefined) await switchExpiry(call, plan, true);
  return { plan, stream: TableDescription.LatestStreamArn };
}

/**
 * Deletes a hub's tables from an engine that goes on. One that was not made yet is none.
 *
 * @param call calls DynamoDB
 * @param tables the app's tables
 */
export async function deleteTables(call: DynamoDbCall, tables: readonly TablePlan[]): Promise<void> {
  const remove = ({ name }: TablePlan) => call('DynamoDB', 'DeleteTable', { TableName: name });
  const answers = await Promise.allSettled(tables.map(remove));
  for (const answer of answers)
    if (answer.status === 'rejected' && !isUnknown(answer.reason)) throw answer.reason;
}

function isUnknown(error: unknown): boolean {
  return error instanceof DynamoDbError && error.code === 'ResourceNotFoundException';
}

/**
 * Stops the engine from expiring items. It judges by real time, so under any other time it would
 * delete what is not due; DynamoDB promises no moment of expiry, so keeping items longer is fair.
 *
 * @param call calls DynamoDB
 * @param tables the app's tables
 */
export async function stopExpiry(call: DynamoDbCall, tables: readonly LocalTable[]): Promise<void> {
  const expiring = tables.filter(({ plan }) => plan.timeToLive !== undefined);
  await Promise.all(expiring.map(({ plan }) => switchExpiry(call, plan, false)));
}

async function switchExpiry(
  call: DynamoDbCall,
  { name, timeToLive }: TablePlan,
  Enabled: boolean,
): Promise<void> {
  const TimeToLiveSpecification = { AttributeName: timeToLive, Enabled };
  await call('DynamoDB', 'UpdateTimeToLive', { TableName: name, TimeToLiveSpecification });
}
