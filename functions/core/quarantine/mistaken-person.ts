import * as z from 'zod';
import { type EventOf, type SystemEvent, systemEventSchema } from '../../../schemas/catalogue.ts';
import {
  type PersonReference,
  personReferenceSchema,
  personSubject,
  propertySubject,
  type Subject,
} from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';

/** What a system says of a flag. */
type FlagSaid = EventOf<'housing.flag.asserted.v1'> | EventOf<'housing.flag.withdrawn.v1'>;

function isFlagSaid(event: SystemEvent): event is FlagSaid {
  return event.type === 'housing.flag.asserted.v1' || event.type === 'housing.flag.withdrawn.v1';
}

/** What was said of a person by a key that is forgotten, and the key. */
export const mistakenSchema = z.object({
  event: systemEventSchema.refine(isFlagSaid, 'only what is said of a flag is said of a person by a key'),
  knownAs: personReferenceSchema,
});

/** Of a person's timeline, what was said of them by a key. */
export function saidBy(knownAs: PersonReference, timeline: readonly SystemEvent[]): FlagSaid[] {
  return timeline.filter(isFlagSaid).filter(({ data }) => data.knownAs === knownAs);
}

/** The same, of somebody at the home that the system named: undefined where it named none. */
export function unconfirmed(event: FlagSaid): FlagSaid | undefined {
  const { knownAt } = event.data;
  if (knownAt === undefined) return undefined;
  return movedTo(event, { subject: propertySubject(knownAt), role: 'home' }, 'unconfirmed');
}

/** The same, of the person whom the key is now known to mean. */
export function ofPerson(event: FlagSaid, person: PersonReference, learnt: string): FlagSaid {
  return movedTo(event, { subject: personSubject(person), role: 'person' }, learnt);
}

function movedTo(
  event: FlagSaid,
  touched: { subject: Subject; role: 'home' | 'person' },
  because: string,
): FlagSaid {
  const { subject } = touched;
  return {
    ...event,
    ...{ id: derivedId(event.id, because), subject },
    partitionkey: subject.slice(subject.indexOf('/') + 1),
    data: { ...event.data, subjects: [touched] },
  } as FlagSaid;
}
