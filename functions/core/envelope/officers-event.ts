import { eventSchema, type SystemEvent } from '../../../schemas/catalogue.ts';
import { officersSystem } from '../../../schemas/officers.ts';
import { type Instant, type Subject, systemNameSchema } from '../../../schemas/reference.ts';
import { personOf, uprnOf } from '../record/subject-record.ts';
import { completeEvent, type Draft } from './complete-event.ts';
import { derivedId } from './derived-id.ts';
import { droppedAdvice, droppedFields } from './dropped-fields.ts';

/** An officer's request: under which key, and for what. */
export interface Asked {
  /** The id of the event that it becomes: one for each key of each officer. */
  eventId: string;
  /** What is asked for, without when: the same again is a repetition, anything else under that key is refused. */
  content: string;
}

/** Reads who asks for what under which key of their own. */
export function askedBy(officer: string, idempotencyKey: string, content: object): Asked {
  return {
    eventId: derivedId(officersSystem, officer, idempotencyKey),
    content: derivedId(officersSystem, officer, content),
  };
}

/** What an officer says about a subject, in the shared envelope. Everything that follows from it bears the request’s id. */
export function officersEvent(
  { type, data }: Pick<Draft, 'type' | 'data'>,
  subject: Subject,
  { eventId, content }: Asked,
  at: Instant,
): SystemEvent {
  const [home, person] = [uprnOf(subject), personOf(subject)];
  const draft: Draft = {
    type,
    happened: { at, basis: 'offset' },
    data,
    ...(person === undefined ? {} : { persons: [person] }),
  };
  const origin = { system: systemNameSchema.parse(officersSystem), item: eventId, heardAt: at };
  const event = completeEvent(draft, 0, home === undefined ? {} : { home }, origin);
  const made = { ...event, id: eventId, correlationid: content, causationid: eventId };
  const parsed = eventSchema.parse(made) as SystemEvent;
  const dropped = droppedFields(made, parsed);
  if (dropped.length > 0) throw new Error(`${type} ${dropped.join(', ')}: ${droppedAdvice}`);
  return parsed;
}
