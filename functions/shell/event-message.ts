import * as z from 'zod';
import { hubTypes } from '../../schemas/authority.ts';
import type { HubEvent, HubFlagEvent, LintelEvent, SystemEvent } from '../../schemas/catalogue.ts';
import { eventSchema } from '../../schemas/catalogue.ts';
import { hubFlagEvents } from '../../schemas/events/flag.ts';
import { officersSource } from '../../schemas/officers.ts';
import { readJson } from './http/json.ts';
import { type Priority, priorityOf } from './priority.ts';

const hubsOwn: ReadonlySet<string> = new Set(hubTypes);
const hubFlagTypes: ReadonlySet<string> = new Set(hubFlagEvents.map(({ type }) => type));
const messageSchema = z.object({
  detail: z.unknown(),
  resources: z.array(z.string()).catch([]),
  'replay-name': z.string().optional().catch(undefined),
});
const nothing = { detail: undefined, resources: [] };

/** An event as a rule of the bus put it into a queue, or why it is none. */
export type ReadEvent =
  | { ok: true; event: LintelEvent; priority: Priority }
  | { ok: false; detail: unknown; error: z.ZodError };

/** Reads the event out of a queue message: EventBridge puts the envelope under `detail`. */
export function readEventMessage(body: string): ReadEvent {
  const json = readJson(body);
  const message = messageSchema.catch(nothing).parse(json.ok ? json.value : undefined);
  const { detail, resources, 'replay-name': replay } = message;
  const parsed = eventSchema.safeParse(detail);
  if (!parsed.success) return { ok: false, detail, error: parsed.error };
  const priority = priorityOf({ resources, isReplayed: replay !== undefined });
  return { ok: true, event: parsed.data, priority };
}

/** True for what the hub itself announces of flags. */
export function isHubFlagEvent(event: LintelEvent): event is HubFlagEvent {
  return hubFlagTypes.has(event.type);
}

/** True for what the hub itself says. */
export function isHubEvent(event: LintelEvent): event is HubEvent {
  return hubsOwn.has(event.type);
}

/** True for what an officer says through the hub. */
export function isOfficersEvent(event: LintelEvent): event is SystemEvent {
  return event.source === officersSource && isSystemEvent(event);
}

/** True for what a source system says. */
export function isSystemEvent(event: LintelEvent): event is SystemEvent {
  return !hubsOwn.has(event.type);
}
