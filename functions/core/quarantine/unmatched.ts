import * as z from 'zod';
import { type SystemEvent, systemEventSchema } from '../../../schemas/catalogue.ts';
import { dataSchemaOf } from '../../../schemas/envelope.ts';
import type { Touched } from '../../../schemas/event-definition.ts';
import { officersSource } from '../../../schemas/officers.ts';
import {
  type Instant,
  propertySubject,
  type Subject,
  type Uprn,
  uprnSchema,
} from '../../../schemas/reference.ts';
import { derivedId } from '../envelope/derived-id.ts';
import { sortedBy } from '../record/sorted-by.ts';

/** An event that came to a home by a key, and the key. */
export const unmatchedSchema = z.object({ event: systemEventSchema, key: z.string(), uprn: uprnSchema });
export type Unmatched = z.infer<typeof unmatchedSchema>;

/** An event takes this many subjects at the most. */
const subjectsOfOne = 40;

/** Of a timeline, what came to the home by what was learnt then. */
export function broughtBy(learnt: string, timeline: readonly SystemEvent[]): SystemEvent[] {
  return timeline.filter(({ learntkey }) => learntkey === learnt);
}

/**
 * That what came by a key counts no more, said to every subject that it came to: the home, its block, the people. Said
 * again, it is the same.
 */
export function unmatchedEvents(learnt: string, brought: readonly SystemEvent[], at: Instant): SystemEvent[] {
  const touched = new Map(
    brought.flatMap(({ data }) => data.subjects as Touched[]).map(one => [one.subject, one] as const),
  );
  const all = sortedBy([...touched.values()], ({ subject }) => subject);
  const some = Array.from({ length: Math.ceil(all.length / subjectsOfOne) }, (_, part) =>
    all.slice(part * subjectsOfOne, (part + 1) * subjectsOfOne),
  );
  return some.map(subjects => unmatchedEvent(learnt, subjects, at));
}

const type = 'housing.property.unmatched.v1';

function unmatchedEvent(learnt: string, subjects: Touched[], at: Instant): SystemEvent {
  const id = derivedId(officersSource, type, learnt, subjects);
  const subject = subjects[0]?.subject as Subject;
  return {
    specversion: '1.0',
    ...{ id, source: officersSource, type, subject, time: at, recordedtime: at, timebasis: 'offset' },
    ...{ datacontenttype: 'application/json', dataschema: dataSchemaOf(type) },
    ...{ correlationid: id, causationid: id, corrects: learnt },
    partitionkey: subject.slice(subject.indexOf('/') + 1),
    dataclassification: 'operational',
    data: { subjects },
  };
}

/**
 * The same news at the home that the key is now known to mean, with its own dates. It is an event of its own: the timeline
 * of the home where it was keeps the other.
 */
export function broughtTo(
  { event, uprn: from }: Unmatched,
  to: { uprn: Uprn; block: Uprn | undefined },
  learnt: string,
): SystemEvent {
  const home = propertySubject(to.uprn);
  const block = to.block === undefined ? undefined : propertySubject(to.block);
  const moved = event.data.subjects.flatMap((one: Touched): Touched[] => {
    if (one.subject === propertySubject(from)) return [{ ...one, subject: home }];
    if (one.role !== 'block') return [one];
    return block === undefined || block === home ? [] : [{ ...one, subject: block }];
  });
  const subjects = [...new Map(moved.map(one => [one.subject, one])).values()];
  const subject = subjects[0]?.subject ?? home;
  const id = derivedId(event.id, learnt);
  return {
    ...event,
    ...{ id, subject, partitionkey: subject.slice(subject.indexOf('/') + 1), learntkey: learnt },
    data: { ...event.data, subjects },
  } as SystemEvent;
}
