import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { JsonObject } from '../json.ts';
import type { EventsPlan, RulePlan, TargetPlan } from '../plan/events.ts';
import type { Queues } from '../sqs/queues.ts';
import { type OutgoingMessage, sendAll } from '../sqs/send.ts';
import { type Accepted, type AwsEvent, acceptEntry, busEvent, readEntries } from './put-events.ts';

/** The app's event buses. */
export interface EventBuses {
  /**
   * Answers PutEvents. When it answers, every accepted event lies in the queues its rules name.
   *
   * @throws ValidationException when the request as a whole is refused
   */
  putEvents(request: unknown): Promise<JsonObject>;
  /** Puts an event of an AWS service on the account's own bus. When it answers, the event lies in its queues. */
  tellOfAws(event: AwsEvent): Promise<void>;
  /** Every event the archives keep, oldest first. */
  archived(): readonly JsonObject[];
}

/** What the buses need. */
export interface EventBusSettings {
  readonly plan: EventsPlan;
  readonly queues: Queues;
  readonly activity: Activity;
  readonly now: () => Date;
}

/**
 * Opens the app's event buses.
 *
 * @param settings rules, archives, queues and the hub's time
 */
export function openEventBuses({ plan, queues, activity, now }: EventBusSettings): EventBuses {
  const archived: JsonObject[] = [];
  return {
    archived: () => [...archived],
    async tellOfAws(said) {
      const entry: Accepted = { kind: 'event', bus: 'default', event: busEvent(said, randomUUID(), now()) };
      for (const rule of plan.rules) await route(queues, rule, [entry]);
    },
    async putEvents(request) {
      const ended = activity.begin('PutEvents');
      try {
        const entries = readEntries(request).map(entry =>
          acceptEntry(entry, plan.buses, randomUUID(), now()),
        );
        archived.push(...entries.filter(isArchivedBy(plan)).map(({ event }) => event));
        for (const rule of plan.rules) await route(queues, rule, entries);
        return answer(entries);
      } finally {
        ended();
      }
    },
  };
}

type AcceptedEvent = Extract<Accepted, { kind: 'event' }>;

function isArchivedBy({ archives }: EventsPlan): (entry: Accepted) => entry is AcceptedEvent {
  return (entry): entry is AcceptedEvent =>
    entry.kind === 'event' && archives.some(({ bus, matches }) => bus === entry.bus && matches(entry.event));
}

async function route(queues: Queues, rule: RulePlan, entries: readonly Accepted[]): Promise<void> {
  const events = entries.flatMap(entry =>
    entry.kind === 'event' && entry.bus === rule.bus && rule.matches(entry.event) ? [entry.event] : [],
  );
  const messages = events.map(event => ({ body: JSON.stringify(event) }));
  for (const target of rule.targets) await deliver(queues, rule, target, messages);
}

/** What a queue refuses goes to the rule's dead-letter queue, if it has one, and is dropped if not: as EventBridge does. */
async function deliver(
  queues: Queues,
  rule: RulePlan,
  target: TargetPlan,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  try {
    await sendAll(queues, target.queue, messages);
  } catch (error) {
    if (target.deadLetterQueue === undefined) throw error;
    const attributes = {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.queueArn,
      ERROR_CODE: 'SDK_CLIENT_ERROR',
      ERROR_MESSAGE: String(error),
      RETRY_ATTEMPTS: '0',
    };
    const undelivered = messages.map(({ body }) => ({ body, attributes }));
    await sendAll(queues, target.deadLetterQueue, undelivered);
  }
}

function answer(entries: readonly Accepted[]): JsonObject {
  return {
    FailedEntryCount: entries.filter(({ kind }) => kind === 'refused').length,
    Entries: entries.map(entry =>
      entry.kind === 'event'
        ? { EventId: entry.event.id }
        : { ErrorCode: entry.code, ErrorMessage: entry.message },
    ),
  };
}
