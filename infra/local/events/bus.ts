import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { JsonObject } from '../json.ts';
import type { EventsPlan } from '../plan/events.ts';
import type { Queues } from '../sqs/queues.ts';
import { type Accepted, type AwsEvent, acceptEntry, busEvent, readEntries } from './put-events.ts';
import { type ArchivedEvent, openReplays } from './replays.ts';
import { type BusEvent, route } from './route.ts';
import { openRules } from './rules.ts';

/** The app's event buses. */
export interface EventBuses {
  /**
   * Answers an action of EventBridge's, or `undefined` when it is not played. When PutEvents answers, every accepted
   * event lies in the queues its rules name.
   *
   * @throws {ServiceError} when the request as a whole is refused
   */
  answer(action: string, request: unknown): Promise<JsonObject> | undefined;
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
  const archived: ArchivedEvent[] = [];
  const rules = openRules(plan.rules);
  const replays = openReplays({
    archives: new Map(plan.archives.map(archive => [archive.arn, archive])),
    archived: () => archived,
    begin: activity.begin,
    fault: activity.fault,
    send: (events, ruleArns) => sendTo(arn => ruleArns.length === 0 || ruleArns.includes(arn), events),
  });

  async function sendTo(isMeant: (ruleArn: string) => boolean, events: readonly BusEvent[]): Promise<void> {
    for (const rule of rules.all().filter(({ arn }) => isMeant(arn))) await route(queues, rule, events);
  }

  async function putEvents(request: unknown): Promise<JsonObject> {
    const ended = activity.begin('PutEvents');
    try {
      const entries = readEntries(request).map(entry => acceptEntry(entry, plan.buses, randomUUID(), now()));
      const events = entries.filter(entry => entry.kind === 'event');
      archived.push(...events.flatMap(event => archivedOf(plan, event)));
      await sendTo(() => true, events);
      return answer(entries);
    } finally {
      ended();
    }
  }

  const actions: Readonly<Record<string, (request: unknown) => JsonObject | Promise<JsonObject>>> = {
    PutEvents: putEvents,
    PutRule: rules.putRule,
    PutTargets: rules.putTargets,
    RemoveTargets: rules.removeTargets,
    DeleteRule: rules.deleteRule,
    StartReplay: replays.start,
    DescribeReplay: replays.describe,
  };
  return {
    archived: () => archived.map(({ event }) => event),
    tellOfAws: said => sendTo(() => true, [{ bus: 'default', event: busEvent(said, randomUUID(), now()) }]),
    answer: (action, request) => {
      const play = actions[action];
      return play && Promise.resolve().then(() => play(request));
    },
  };
}

/** An event with the archives that keep it; nothing where none does. */
function archivedOf({ archives }: EventsPlan, { bus, event }: BusEvent): ArchivedEvent[] {
  const keeping = archives.filter(archive => archive.bus === bus && archive.matches(event));
  return keeping.length === 0 ? [] : [{ bus, event, archives: keeping.map(({ arn }) => arn) }];
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
