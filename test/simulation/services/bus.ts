import type { SystemManifest } from '../../../functions/adapters/contract.ts';
import { markOf } from '../../../functions/shell/priority.ts';
import { hubSource, systemSourcePrefix } from '../../../schemas/envelope.ts';
import { hubFlagEvents } from '../../../schemas/events/flag.ts';
import { hubSystemEvents } from '../../../schemas/events/system.ts';
import { flagVisibility } from '../../../schemas/flags.ts';
import type { Answer, Json } from '../world/process.ts';

/** An event as it travels over the bus. */
export interface BusEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly time: string;
  readonly detail: Json;
  readonly resources: readonly string[];
  readonly 'replay-name'?: string;
}

/** The buses of the hub: events go over the one, tickets from quarantine over the other. */
export const busNames = { events: 'hub', tickets: 'tickets' } as const;

/** A rule of a bus: what it matches, and the queue that it goes to. */
export interface Rule {
  readonly name: string;
  readonly bus: string;
  readonly queue: string;
  matches(event: BusEvent): boolean;
}

/** What systems say is for the records: one thing at a time by one queue, lists and replays by the other. */
export function recordRules(queues: Readonly<Record<'single' | 'bulk', string>>): Rule[] {
  const isBulk = (event: BusEvent) =>
    event.resources.includes(markOf('bulk')) || event['replay-name'] !== undefined;
  const rule = (name: string, queue: string, isMeant: (event: BusEvent) => boolean): Rule => ({
    ...{ name, bus: busNames.events, queue },
    matches: event => event.source.startsWith(systemSourcePrefix) && isMeant(event),
  });
  return [rule('records', queues.single, event => !isBulk(event)), rule('records-bulk', queues.bulk, isBulk)];
}

const announced: ReadonlySet<string> = new Set(hubFlagEvents.map(({ type }) => type));

const ofSystems: ReadonlySet<string> = new Set(hubSystemEvents.map(({ type }) => type));

/** What the hub says of a system is for its own function. */
export function ofSystemRule({ system }: SystemManifest, queue: string): Rule {
  return hubRule(`of ${system}`, queue, ofSystems, ({ detail }) => detail.data.system === system);
}

/** A ticket is for the system whose item it names. */
export function ticketRule({ system }: SystemManifest, queue: string): Rule {
  const matches = ({ detail }: BusEvent) => detail.system === system;
  return { name: `tickets of ${system}`, bus: busNames.tickets, queue, matches };
}

/** What the hub says of flags is for the systems whose teams may know of them, once. */
export function entitledRule({ system, team }: SystemManifest, queue: string): Rule {
  const isForTeam = ({ detail }: BusEvent) => flagVisibility(detail.data.flag.code, team) !== 'none';
  return hubRule(`to ${system}`, queue, announced, isForTeam);
}

/** A rule of what the hub itself says, once: a replay is for the records alone. */
function hubRule(
  name: string,
  queue: string,
  types: ReadonlySet<string>,
  isMeant: (event: BusEvent) => boolean,
): Rule {
  const isNews = (event: BusEvent) => event['replay-name'] === undefined && event.source === hubSource;
  return {
    ...{ name, queue, bus: busNames.events },
    matches: event => isNews(event) && types.has(event['detail-type']) && isMeant(event),
  };
}

interface BusDeps {
  now: () => number;
  newId: () => string;
  rules: readonly Rule[];
  /** Hands an event to the queue of a rule, sooner or later. */
  hand: (event: BusEvent, rule: Rule) => void;
  /** Whether the bus refuses an entry. */
  refuses: () => boolean;
}

/** EventBridge: it takes entries, keeps them in its archive, and hands them on by its rules. */
export interface EventBus {
  serve(operation: string, body: Json): Answer;
  /** Everything that it ever took, in that order. */
  readonly archive: readonly BusEvent[];
}

const refused = { ErrorCode: 'InternalFailure', ErrorMessage: 'injected' };
const maximumEntries = 10;

/** Makes the hub's buses. */
export function makeBus({ now, newId, rules, hand, refuses }: BusDeps): EventBus {
  const archive: BusEvent[] = [];
  const replays = new Map<string, string>();

  function put({ EventBusName, Source, DetailType, Detail, Resources = [] }: Json): Json {
    if (refuses()) return refused;
    const time = new Date(now()).toISOString();
    const event = {
      id: newId(),
      source: Source,
      'detail-type': DetailType,
      time,
      resources: Resources,
      detail: JSON.parse(Detail),
    };
    if (EventBusName === busNames.events) archive.push(event);
    for (const rule of rules) if (rule.bus === EventBusName && rule.matches(event)) hand(event, rule);
    return { EventId: event.id };
  }

  /** Hands a stretch of the archive on once more, to the rules that are named alone. */
  function replay({ ReplayName, EventStartTime, EventEndTime, Destination }: Json): void {
    const [from, to] = [EventStartTime, EventEndTime].map(seconds => Number(seconds) * 1000);
    const named = rules.filter(({ name }) =>
      Destination.FilterArns.some((arn: string) => arn.endsWith(name)),
    );
    const isWanted = ({ time }: BusEvent) => Date.parse(time) >= (from ?? 0) && Date.parse(time) <= (to ?? 0);
    for (const event of archive.filter(isWanted)) {
      const again = { ...event, 'replay-name': ReplayName };
      for (const rule of named.filter(({ matches }) => matches(again))) hand(again, rule);
    }
    replays.set(ReplayName, 'COMPLETED');
  }

  const operations: Readonly<Record<string, (body: Json) => Json>> = {
    PutEvents(body) {
      if (body.Entries.length > maximumEntries) throw new Error('PutEvents takes ten entries');
      const Entries: Json[] = body.Entries.map(put);
      return { FailedEntryCount: Entries.filter(({ EventId }) => EventId === undefined).length, Entries };
    },
    StartReplay(body) {
      replay(body);
      return { State: 'STARTING' };
    },
    DescribeReplay: ({ ReplayName }) => ({ State: replays.get(ReplayName) ?? 'FAILED' }),
  };
  return {
    archive,
    serve(operation, body) {
      const perform = operations[operation];
      if (perform === undefined) throw new Error(`EventBridge: ${operation}`);
      return { status: 200, body: perform(body) };
    },
  };
}
