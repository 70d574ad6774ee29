import * as z from 'zod';
import type { Resource } from '../cfn/resolve.ts';
import { compilePattern, type EventTest } from '../event-pattern/compile.ts';
import type { JsonObject } from '../json.ts';
import { findReferenced, readResources } from './read.ts';

/** What every event source mapping says. */
interface MappingPlan {
  /** Name of the function it invokes. */
  readonly functionName: string;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly reportsItemFailures: boolean;
}

/** A queue that feeds a function. */
export interface QueueMappingPlan extends MappingPlan {
  readonly queue: string;
  readonly queueArn: string;
  readonly maximumConcurrency: number | undefined;
}

/** A table's stream that feeds a function. */
export interface StreamMappingPlan extends MappingPlan {
  readonly table: string;
  readonly streamArn: string;
  /** A record goes to the function when any filter matches, or there is none. */
  readonly filters: readonly EventTest[];
  /** `undefined`: again and again. */
  readonly maximumRetries: number | undefined;
  readonly bisects: boolean;
  /** Queue that hears of batches given up. */
  readonly onFailure: string | undefined;
}

/** Every mapping that is enabled. */
export interface MappingsPlan {
  readonly queues: readonly QueueMappingPlan[];
  readonly streams: readonly StreamMappingPlan[];
}

const common = {
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  MaximumBatchingWindowInSeconds: z.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  MetricsConfig: z.unknown().optional(),
  Tags: z.unknown().optional(),
};

const queueSchema = z.strictObject({
  ...common,
  BatchSize: z.number().default(10),
  ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
});

const streamSchema = z.strictObject({
  ...common,
  BatchSize: z.number().default(100),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.number().default(-1),
  MaximumRecordAgeInSeconds: z.number().optional(),
  ParallelizationFactor: z.literal(1).optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
});

/**
 * Plans the event source mappings.
 *
 * @param resources every resource of the app
 * @throws when a mapping filters a queue (SQS deletes what does not match), names an unknown source
 *   or function, or asks for more than the runner plays
 */
export function planMappings(resources: readonly Resource[]): MappingsPlan {
  const mappings = resources.filter(({ type }) => type === 'AWS::Lambda::EventSourceMapping');
  const isStream = ({ properties }: Resource): boolean =>
    String(properties['EventSourceArn']).includes('/stream/');
  const types = ['AWS::Lambda::EventSourceMapping'] as const;
  const queues = readResources(
    mappings.filter(mapping => !isStream(mapping)),
    types,
    queueSchema,
  );
  const streams = readResources(mappings.filter(isStream), types, streamSchema);
  return {
    queues: queues
      .filter(({ properties }) => properties.Enabled)
      .map(({ properties }) => planQueueMapping(resources, properties)),
    streams: streams
      .filter(({ properties }) => properties.Enabled)
      .map(({ properties }) => planStreamMapping(resources, properties)),
  };
}

function planMapping(
  resources: readonly Resource[],
  mapping: z.infer<typeof queueSchema | typeof streamSchema>,
): MappingPlan {
  return {
    functionName: findReferenced(resources, mapping.FunctionName, 'AWS::Lambda::Function').name,
    batchSize: mapping.BatchSize,
    windowMs: mapping.MaximumBatchingWindowInSeconds * 1000,
    reportsItemFailures: mapping.FunctionResponseTypes.length > 0,
  };
}

function planQueueMapping(
  resources: readonly Resource[],
  mapping: z.infer<typeof queueSchema>,
): QueueMappingPlan {
  return {
    ...planMapping(resources, mapping),
    queue: findReferenced(resources, mapping.EventSourceArn, 'AWS::SQS::Queue').name,
    queueArn: mapping.EventSourceArn,
    maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
  };
}

function planStreamMapping(
  resources: readonly Resource[],
  mapping: z.infer<typeof streamSchema>,
): StreamMappingPlan {
  const source = findReferenced(
    resources,
    mapping.EventSourceArn,
    'AWS::DynamoDB::Table',
    'AWS::DynamoDB::GlobalTable',
  );
  const destination = mapping.DestinationConfig?.OnFailure.Destination;
  const filters = mapping.FilterCriteria?.Filters ?? [];
  return {
    ...planMapping(resources, mapping),
    table: source.name,
    streamArn: mapping.EventSourceArn,
    filters: filters.map(({ Pattern }) => compilePattern(JSON.parse(Pattern) as JsonObject)),
    maximumRetries: mapping.MaximumRetryAttempts < 0 ? undefined : mapping.MaximumRetryAttempts,
    bisects: mapping.BisectBatchOnFunctionError,
    onFailure: destination && findReferenced(resources, destination, 'AWS::SQS::Queue').name,
  };
}
