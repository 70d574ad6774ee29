import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { eventSchema, type LintelEvent } from '../../schemas/catalogue.ts';
import { maximumDetailBytes } from '../../schemas/envelope.ts';
import { written } from '../core/envelope/written-event.ts';
import type { Pause } from './backoff.ts';
import { chunksOf } from './chunks.ts';
import { errorName } from './errors.ts';
import { markOf, type Priority } from './priority.ts';

/** An event that the bus did not take, and the bus's reason. */
export interface Unpublished {
  event: LintelEvent;
  code: string;
}
/**
 * Puts events on the bus, in order; answers with those that were not taken, so none means that all were.
 * @param priority which way they go to the records; that of single news when left out
 */
export type Publish = (events: readonly LintelEvent[], priority?: Priority) => Promise<Unpublished[]>;

/** The reasons, the hub's own and the bus's, that will be the same at any other time. */
const lastingCodes = new Set([
  'DetailTooLarge',
  'NotInTheSchema',
  'MalformedDetail',
  'InvalidArgument',
  'ValidationException',
]);

/** Whether the bus will never take an event. */
export function isUnpublishable({ code }: Unpublished): boolean {
  return lastingCodes.has(code);
}

/** PutEvents takes ten entries and 1 MB a call: ten events of the hub's greatest size are less. */
const entriesPerCall = 10;
const usualRounds = 4;

/** The bus that events are put on, and how often and how long that is tried. */
export interface PublisherOptions {
  client: EventBridgeClient;
  busName: string;
  pause: Pause;
  /** How often what was refused is put at all; a few times when left out. */
  rounds?: number;
  /** When a call is given up; as the client does when left out. */
  timeLimit?: () => AbortSignal;
}

/** The size of an event on the bus, in bytes of UTF-8 JSON. */
export function detailBytes(event: LintelEvent): number {
  return Buffer.byteLength(JSON.stringify(event));
}

/**
 * Makes the publisher of one bus. It sends what it is given, ids and all. PutEvents can answer 200 and still refuse
 * single entries: only those are sent again, a few times. What is above the hub's limit is not sent at all, nor is what
 * has a field that its schema lacks: readers would leave it out, and what it says would be lost.
 */
export function makePublisher(bus: PublisherOptions): Publish {
  const { rounds = usualRounds } = bus;
  return async (events, priority = 'single') => {
    const put = (some: readonly LintelEvent[]) =>
      putAll({ ...bus, priority }, chunksOf(some, entriesPerCall));
    const refused = events.flatMap(event => {
      const code = refusalOf(event);
      return code === undefined ? [] : [{ event, code }];
    });
    const unsent = new Set(refused.map(({ event }) => event));
    let failed = await put(events.filter(event => !unsent.has(event)));
    for (let round = 1; failed.length > 0 && round < rounds; round += 1) {
      await bus.pause(round - 1);
      failed = await put(failed.map(({ event }) => event));
    }
    return [...refused, ...failed];
  };
}

/** Why the hub itself would not publish an event. */
function refusalOf(event: LintelEvent): string | undefined {
  if (detailBytes(event) > maximumDetailBytes) return 'DetailTooLarge';
  return written(eventSchema, event).ok ? undefined : 'NotInTheSchema';
}

type Bus = Pick<PublisherOptions, 'client' | 'busName' | 'timeLimit'> & { priority: Priority };

async function putAll(bus: Bus, calls: readonly LintelEvent[][]): Promise<Unpublished[]> {
  const failed: Unpublished[] = [];
  for (const call of calls) failed.push(...(await putOnce(bus, call)));
  return failed;
}

async function putOnce(bus: Bus, events: readonly LintelEvent[]): Promise<Unpublished[]> {
  const { client, busName, priority } = bus;
  const entries = events.map(event => ({
    EventBusName: busName,
    Source: event.source,
    DetailType: event.type,
    Detail: JSON.stringify(event),
    Resources: [markOf(priority)],
  }));
  try {
    const abortSignal = bus.timeLimit?.();
    const answer = await client.send(
      new PutEventsCommand({ Entries: entries }),
      ...(abortSignal === undefined ? [] : [{ abortSignal }]),
    );
    return events.flatMap((event, index) => {
      const entry = answer.Entries?.[index];
      return entry?.EventId === undefined ? [{ event, code: entry?.ErrorCode ?? 'NoAnswer' }] : [];
    });
  } catch (error) {
    const code = errorName(error);
    // Of several, one may be why the call was refused whole: the others would be refused with it for ever.
    if (events.length > 1 && lastingCodes.has(code)) return putAll(bus, chunksOf(events, 1));
    return events.map(event => ({ event, code }));
  }
}
