import type { Resolved } from '../cfn/resolve.ts';
import { type BucketPlan, planBuckets } from './buckets.ts';
import { type EventsPlan, planEvents } from './events.ts';
import { type FunctionPlan, planFunctions } from './functions.ts';
import { type HttpApiPlan, planHttpApi } from './http-api.ts';
import { type MappingsPlan, planMappings } from './mappings.ts';
import { planQueues, type QueuePlan } from './queues.ts';
import { planSchedules, type SchedulePlan } from './schedules.ts';
import { planSecrets, type SecretPlan } from './secrets.ts';
import { planTables, type TablePlan } from './tables.ts';

/** Everything the template asks for, ready to be started. */
export interface HubPlan {
  readonly functions: readonly FunctionPlan[];
  readonly queues: readonly QueuePlan[];
  readonly tables: readonly TablePlan[];
  readonly buckets: readonly BucketPlan[];
  readonly secrets: readonly SecretPlan[];
  readonly events: EventsPlan;
  readonly schedules: readonly SchedulePlan[];
  readonly mappings: MappingsPlan;
  readonly httpApi: HttpApiPlan | undefined;
  /** Queues that hold what could not be processed. */
  readonly deadLetterQueues: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Plans a resolved app.
 *
 * @param resolved resources and outputs
 * @param assets folder behind each asset's object key
 * @throws naming the resource and what about it is not played
 */
export function planHub({ resources, outputs }: Resolved, assets: ReadonlyMap<string, string>): HubPlan {
  const queues = planQueues(resources);
  const events = planEvents(resources);
  const mappings = planMappings(resources);
  const deadLetterQueues = [
    ...queues.map(({ deadLetterQueue }) => deadLetterQueue),
    ...events.rules.flatMap(({ targets }) => targets.map(({ deadLetterQueue }) => deadLetterQueue)),
    ...mappings.streams.map(({ onFailure }) => onFailure),
  ].filter(name => name !== undefined);
  return {
    functions: planFunctions(resources, assets),
    queues,
    tables: planTables(resources),
    buckets: planBuckets(resources),
    secrets: planSecrets(resources),
    events,
    schedules: planSchedules(resources),
    mappings,
    httpApi: planHttpApi(resources),
    deadLetterQueues: [...new Set(deadLetterQueues)],
    outputs,
  };
}
