import * as z from 'zod';
import type { JsonObject } from '../json.ts';
import { localArn } from '../place.ts';
import { ServiceError } from '../service-error.ts';
import type { BusEvent } from './route.ts';

/** An event that an archive keeps. */
export interface ArchivedEvent extends BusEvent {
  /** ARNs of the archives that keep it. */
  readonly archives: readonly string[];
}

/** The replays of the archives. */
export interface Replays {
  start(request: unknown): JsonObject;
  describe(request: unknown): JsonObject;
}

/** What replays need. */
export interface ReplaySettings {
  readonly archives: ReadonlyMap<string, { readonly busArn: string }>;
  readonly archived: () => readonly ArchivedEvent[];
  /** Sends events to those of the rules that are named, or to all when none is. */
  readonly send: (events: readonly BusEvent[], ruleArns: readonly string[]) => Promise<void>;
  /** Notes that something begins; see the account of the work in hand. */
  readonly begin: (what: string) => () => void;
  readonly fault: (error: unknown) => void;
}

const startSchema = z.strictObject({
  ReplayName: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/),
  EventSourceArn: z.string(),
  EventStartTime: z.number(),
  EventEndTime: z.number(),
  Destination: z.strictObject({ Arn: z.string(), FilterArns: z.array(z.string()).default([]) }),
});
type Request = z.infer<typeof startSchema>;

/**
 * Plays StartReplay and DescribeReplay as EventBridge documents them: minute by minute of what was published, within a
 * minute in no order, each event with the name of the replay; no archive keeps it a second time.
 *
 * @param settings archives, and where to send events
 */
export function openReplays(settings: ReplaySettings): Replays {
  const replays = new Map<string, { request: Request; state: string }>();
  const arnOf = (name: string): string => localArn('events', `replay/${name}`);

  async function run(request: Request): Promise<void> {
    const replay = { request, state: 'RUNNING' };
    replays.set(request.ReplayName, replay);
    const ended = settings.begin(`the replay ${request.ReplayName}`);
    try {
      for (const minute of minutesOf(settings.archived(), request)) {
        await settings.send(minute, request.Destination.FilterArns);
      }
      replay.state = 'COMPLETED';
    } finally {
      ended();
    }
  }

  return {
    start(input) {
      const request = startSchema.parse(input);
      refuseUnplayable(request, settings, replays.has(request.ReplayName));
      run(request).catch(settings.fault);
      return { ReplayArn: arnOf(request.ReplayName), State: 'STARTING' };
    },
    describe(input) {
      const { ReplayName } = z.strictObject({ ReplayName: z.string() }).parse(input);
      const replay = replays.get(ReplayName);
      if (replay === undefined) {
        throw new ServiceError('ResourceNotFoundException', `Replay ${ReplayName} does not exist.`);
      }
      const { Destination, ...request } = replay.request;
      return { ...request, Destination, ReplayArn: arnOf(ReplayName), State: replay.state };
    },
  };
}

function refuseUnplayable(request: Request, { archives }: ReplaySettings, isKnown: boolean): void {
  const { ReplayName, EventSourceArn, EventStartTime, EventEndTime, Destination } = request;
  const archive = archives.get(EventSourceArn);
  if (archive === undefined) {
    throw new ServiceError('ResourceNotFoundException', `Archive ${EventSourceArn} does not exist.`);
  }
  if (isKnown)
    throw new ServiceError('ResourceAlreadyExistsException', `Replay ${ReplayName} already exists.`);
  if (EventEndTime <= EventStartTime) {
    const message = 'Parameter EventEndTime is not valid. Reason: EventEndTime must be after EventStartTime.';
    throw new ServiceError('ValidationException', message);
  }
  if (Destination.Arn !== archive.busArn) {
    const message =
      'Parameter Destination.Arn is not valid. Reason: Must contain the archive’s own event bus.';
    throw new ServiceError('ValidationException', message);
  }
}

function minutesOf(archived: readonly ArchivedEvent[], request: Request): BusEvent[][] {
  const { EventSourceArn, EventStartTime, EventEndTime, ReplayName } = request;
  const within = archived.filter(({ archives, event }) => {
    const seconds = Date.parse(String(event['time'])) / 1000;
    return (
      archives.includes(EventSourceArn) && seconds >= Math.floor(EventStartTime) && seconds < EventEndTime
    );
  });
  const byMinute = Map.groupBy(within, ({ event }) => String(event['time']).slice(0, 16));
  return [...byMinute]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, events]) =>
      shuffled(events).map(({ bus, event }) => ({ bus, event: { ...event, 'replay-name': ReplayName } })),
    );
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map(one => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
