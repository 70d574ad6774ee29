import type { Activity } from './activity.ts';
import type { Clock } from './clock.ts';
import type { DynamoDbCall } from './dynamodb/client.ts';
import { openStream } from './dynamodb/stream-reader.ts';
import { type StreamSource, startStreamSource } from './dynamodb/stream-source.ts';
import type { LocalTable } from './dynamodb/tables.ts';
import { functionNamed, type LocalFunctions } from './lambda/functions.ts';
import type { HubPlan } from './plan/plan.ts';
import { startQueueSource } from './sqs/queue-source.ts';
import type { Services } from './start-services.ts';
import type { Stops } from './stops.ts';

/** What the event source mappings need. */
export interface SourceSettings {
  readonly plan: HubPlan;
  readonly services: Services;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly stops: Stops;
  readonly functions: LocalFunctions;
  readonly tables: readonly LocalTable[];
  readonly dynamoDb: DynamoDbCall;
}

/**
 * Starts every event source mapping of the app.
 *
 * @param settings plan, functions, queues and tables
 * @returns the streams being read
 */
export function startSources(settings: SourceSettings): StreamSource[] {
  const { plan, services, activity, clock, stops, functions, tables, dynamoDb } = settings;
  const abort = new AbortController();
  stops.add(() => abort.abort());
  const shared = {
    queues: services.queues,
    activity,
    offsetMs: () => clock.now().getTime() - Date.now(),
    signal: abort.signal,
  };
  for (const mapping of plan.mappings.queues) {
    startQueueSource({ ...shared, plan: mapping, target: functionNamed(functions, mapping.functionName) });
  }
  return plan.mappings.streams.map(mapping => {
    const table = tables.find(({ plan: { name } }) => name === mapping.table);
    if (table?.stream === undefined) throw new Error(`the table ${mapping.table} has no stream`);
    const reader = openStream(dynamoDb, table.stream);
    return startStreamSource({
      ...shared,
      plan: mapping,
      reader,
      target: functionNamed(functions, mapping.functionName),
    });
  });
}
