import type { SystemEvent, SystemEventType } from '../../../schemas/catalogue.ts';
import type { ContentOf } from '../../../schemas/event-content.ts';
import { officersSystem } from '../../../schemas/officers.ts';
import { type Instant, type Subject, systemNameSchema } from '../../../schemas/reference.ts';
import { personOf, uprnOf } from '../record/subject-record.ts';
import { completeEvent, type Draft } from './complete-event.ts';
import { derivedId } from './derived-id.ts';
import type { Written } from './written-event.ts';

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
  content: ContentOf<SystemEventType>,
  subject: Subject,
  asked: Asked,
  at: Instant,
): Written<SystemEvent> {
  const [home, person] = [uprnOf(subject), personOf(subject)];
  const others = 'other' in content.data ? [content.data.person, content.data.other] : [];
  const draft: Draft = {
    ...content,
    happened: { at, basis: 'offset' },
    ...(person === undefined ? {} : { persons: [person, ...others] }),
  };
  const { eventId: id, content: correlationid } = asked;
  const origin = { system: systemNameSchema.parse(officersSystem), item: id, heardAt: at };
  const resolved = home === undefined ? {} : { home };
  return completeEvent(draft, 0, resolved, origin, { id, correlationid, causationid: id });
}
