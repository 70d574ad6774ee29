import type { DynamoDBRecord } from 'aws-lambda';
import type { MemoryDynamoDb } from '../dynamodb/memory-dynamodb.ts';
import { feedFromQueue } from '../services/queue-source.ts';
import type { Queue } from '../services/queues.ts';
import { arrivedAt, feedFromStream, type StreamSource } from '../services/stream-source.ts';
import type { Weather } from '../weather/weather.ts';
import type { Json } from '../world/process.ts';
import type { Scheduler } from '../world/scheduler.ts';
import type { Trace } from '../world/trace.ts';
import { consumers, noticeQueues, streamDaySeconds, streamSettings } from './plan.ts';
import type { Runtime } from './runtime.ts';

interface SourceDeps {
  scheduler: Scheduler;
  trace: Trace;
  weather: Weather;
  runtime: Runtime;
  dynamodb: MemoryDynamoDb;
  queues: ReadonlyMap<string, Queue>;
}

/** What an image in a stream has as a text. */
const textIn = (image: Json, name: string): string => image?.[name]?.S ?? '';
const openings = [
  'housing.repair.raised.v1',
  'housing.complaint.received.v1',
  'housing.disrepair.claim-received.v1',
];

/** What is read of which stream, by which function. */
const streams = [
  {
    ...{ name: 'relay', table: 'Records', invokes: 'relay', notices: noticeQueues.relay },
    matches: ({ dynamodb }: DynamoDBRecord) => dynamodb?.NewImage?.['announces'] !== undefined,
  },
  {
    ...{ name: 'items', table: 'Quarantine', invokes: 'quarantine', notices: noticeQueues.quarantine },
    matches: ({ dynamodb }: DynamoDBRecord) =>
      ['waiting', 'resolved'].includes(textIn(dynamodb?.NewImage, 'state')),
  },
  {
    ...{ name: 'openings', table: 'Records', invokes: 'quarantine', notices: noticeQueues.quarantine },
    matches: ({ eventName, dynamodb }: DynamoDBRecord) =>
      eventName === 'INSERT' &&
      textIn(dynamodb?.Keys, 'sk').startsWith('EVENT#') &&
      openings.includes(textIn(dynamodb?.NewImage, 'type')),
  },
] as const;

/** Feeds every function from its queue or stream. @returns what is to be called when a table was written to */
export function feedAll({ scheduler, trace, weather, runtime, dynamodb, queues }: SourceDeps): () => void {
  for (const { name, feeds, batchSize, concurrency } of consumers) {
    const queue = queues.get(name);
    if (queue === undefined) continue;
    feedFromQueue(
      {
        ...{ queue, batchSize, concurrency },
        invoke: (event, onEnd) => runtime.invoke(feeds, event, onEnd),
        order(visible) {
          const inOrder =
            weather.befalls('disorder', name, (kind, random) =>
              kind.disorder?.(name) ? random.shuffled(visible) : undefined,
            ) ?? visible;
          const most = weather.befalls('sample', name, (kind, random) =>
            kind.sample?.(visible.length, random),
          );
          return inOrder.slice(0, most);
        },
        isPaused: () => weather.befalls('pause', name, kind => kind.pause?.(name)) ?? false,
        endsEarly: message =>
          weather.befalls('visibility', name, kind => kind.visibility?.(message)) ?? false,
      },
      scheduler,
    );
  }
  const sources = streams.flatMap(({ name, table, invokes, notices, matches }): StreamSource[] => {
    const stream = dynamodb.stream(table);
    if (stream === undefined) return [];
    const settings = {
      ...{ name, stream, matches, ...streamSettings },
      dayMilliseconds: streamDaySeconds * 1000,
      invoke: (event: Json, onEnd: Json) => runtime.invoke<Json>(invokes, event, onEnd),
      delay: () => weather.befalls('standstill', name, (kind, random) => kind.standstill?.(random)) ?? 0,
      onTrimmed: (count: number) => trace.say(`the stream of ${table} has forgotten ${count} changes`),
      giveUp(batch: readonly DynamoDBRecord[], attempts: number) {
        trace.say(`the reader of ${name} gives up ${batch.length} changes after ${attempts} attempts`);
        queues.get(notices)?.send(noticeOf(batch, attempts));
      },
    };
    return [feedFromStream(settings, scheduler)];
  });
  return () => {
    for (const source of sources) source.notice();
  };
}

/** What the mapping says of changes that it gave up. */
function noticeOf(batch: readonly DynamoDBRecord[], attempts: number): string {
  const [first, last] = [batch[0], batch.at(-1)];
  return JSON.stringify({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: attempts },
    version: '1.0',
    DDBStreamBatchInfo: {
      shardId: 'shard-1',
      startSequenceNumber: first?.dynamodb?.SequenceNumber,
      endSequenceNumber: last?.dynamodb?.SequenceNumber,
      approximateArrivalOfFirstRecord: new Date(arrivedAt(first)).toISOString(),
      approximateArrivalOfLastRecord: new Date(arrivedAt(last)).toISOString(),
      batchSize: batch.length,
    },
  });
}
