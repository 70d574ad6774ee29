import * as z from 'zod';
import {
  eventDefinition,
  type SystemEvent,
  type SystemEventType,
  systemEventSchema,
} from '../../../schemas/catalogue.ts';
import { dataSchemaOf, systemSourcePrefix, type TimeBasis } from '../../../schemas/envelope.ts';
import type { ContentOf } from '../../../schemas/event-content.ts';
import { comparedKey } from '../../../schemas/key-text.ts';
import type { Instant, PersonReference, SystemName } from '../../../schemas/reference.ts';
import { derivedId } from './derived-id.ts';
import { type Resolved, subjectsOf } from './subjects.ts';
import { notWritten, type Written, written } from './written-event.ts';

/** What an adapter made of one vendor item. */
export type Draft<T extends SystemEventType = SystemEventType> = ContentOf<T> & {
  happened: { at: Instant; basis: TimeBasis };
  vendorEventId?: string;
  noticedAs?: string;
  vendorCorrelationId?: string;
  entry?: { id: string; corrects?: string };
  observedAt?: Instant;
  inferredFrom?: 'absence' | 'presence';
  persons?: readonly PersonReference[];
};

/** Where an item came from: the system, the vendor's payload and when the hub heard it. */
export interface Origin {
  system: SystemName;
  item: unknown;
  heardAt: Instant;
  /** What led to it, where that is not the news itself: its place in quarantine. */
  causedBy?: string | undefined;
}

/** An event is written with ids of its own where it comes of a request that must never become two. */
export type OwnIds = Pick<SystemEvent, 'id' | 'correlationid' | 'causationid'>;

/**
 * Puts a draft into the shared envelope (CloudEvents 1.0). The id is derived from the source, the vendor's own id (or the
 * whole payload where there is none), or from what the hub noticed, the type and `ordinal`, the draft's place among those of its type in the item.
 * What is said of somebody by a key that has to be learnt is other news for each whom that key was taken to mean.
 * So is what comes by a key that was forgotten and learnt anew.
 * What does not pass the catalogue's schema, or has a field that the schema lacks, is not written: a wrong adapter must be
 * caught before the bus.
 */
export function completeEvent(
  draft: Draft,
  ordinal: number,
  resolved: Resolved,
  origin: Origin,
  ids?: OwnIds,
): Written<SystemEvent> {
  if ('subjects' in draft.data) return notWritten([['data', 'subjects']], subjectsAdvice);
  const source = `${systemSourcePrefix}${origin.system}`;
  const subjects = subjectsOf(draft, resolved);
  const subject = subjects[0]?.subject;
  const own = draft.vendorEventId ?? origin.item;
  const parts = [
    source,
    ...(draft.noticedAs === undefined ? [own] : ['noticed', draft.noticedAs]),
    draft.type,
    ordinal,
  ];
  const first = derivedId(...parts, ...('knownAs' in draft.data ? [subject] : []));
  const id = resolved.learnt?.again === true ? derivedId(first, resolved.learnt.id) : first;
  return written(systemEventSchema, {
    specversion: '1.0',
    id,
    source,
    type: draft.type,
    subject,
    time: draft.happened.at,
    recordedtime: origin.heardAt,
    timebasis: draft.happened.basis,
    ...observationOf(draft),
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(draft.type),
    correlationid: correlationOf(draft.vendorCorrelationId, source) ?? id,
    causationid: origin.causedBy ?? id,
    ...correctionOf(draft.entry, source),
    ...(resolved.learnt === undefined ? {} : { learntkey: resolved.learnt.id }),
    ...ids,
    partitionkey: subject?.slice(subject.indexOf('/') + 1),
    dataclassification: eventDefinition(draft.type)?.classification,
    data: { ...draft.data, subjects },
  });
}

/** Whether an event came out of quarantine, and not from its system alone: its place there led to it. */
export function cameOutOfQuarantine({ id, causationid }: Pick<SystemEvent, 'id' | 'causationid'>): boolean {
  return causationid !== id;
}

const subjectsAdvice =
  'Which subjects an event touches follows from the homes and persons of its draft: name those, and leave this out';

/** An entry's id is derived from its source, so that a system can correct its own entries and nobody else's. */
function correctionOf(entry: Draft['entry'], source: string) {
  if (entry === undefined) return {};
  const idOf = (vendorId: string) => derivedId(source, 'entry', comparedKey(vendorId));
  return {
    entryid: idOf(entry.id),
    ...(entry.corrects === undefined ? {} : { corrects: idOf(entry.corrects) }),
  };
}

/** How it was seen, where that is not as it happened. */
function observationOf({ observedAt, inferredFrom }: Draft) {
  return {
    ...(observedAt === undefined ? {} : { observedtime: observedAt }),
    ...(inferredFrom === undefined ? {} : { inferredfrom: inferredFrom }),
  };
}

function correlationOf(vendorId: string | undefined, source: string): string | undefined {
  if (vendorId === undefined) return undefined;
  return z.uuid().safeParse(vendorId).success ? vendorId : derivedId(source, vendorId);
}
