import * as z from 'zod';
import { eventDefinition, type SystemEventType } from '../../../schemas/catalogue.ts';
import { dataSchemaOf, systemSourcePrefix, type TimeBasis } from '../../../schemas/envelope.ts';
import type { SubjectRole, Touched } from '../../../schemas/event-definition.ts';
import {
  type Instant,
  type PersonReference,
  personSubject,
  propertySubject,
  type SystemName,
  type Uprn,
} from '../../../schemas/reference.ts';
import { derivedId } from './derived-id.ts';

/** What an adapter made of one vendor item. */
export interface Draft {
  type: SystemEventType;
  happened: { at: Instant; basis: TimeBasis };
  vendorEventId?: string;
  vendorCorrelationId?: string;
  entry?: { id: string; corrects?: string };
  persons?: readonly PersonReference[];
  data: object;
}

/** The homes that an item's locators turned out to mean. */
export interface Resolved {
  home?: Uprn;
  source?: Uprn;
  block?: Uprn;
}

/** Where an item came from: the system, the vendor's payload and when the hub heard it. */
export interface Origin {
  system: SystemName;
  item: unknown;
  heardAt: Instant;
  /** What led to it, where that is not the news itself: its place in quarantine. */
  causedBy?: string | undefined;
}

/**
 * Puts a draft into the shared envelope (CloudEvents 1.0). The id is derived from the source, the vendor's own id (or the
 * whole payload where there is none), the type and `ordinal`, the draft's place among those of its type in the item.
 * The result still has to pass the catalogue's schema: a wrong adapter must be caught before the bus.
 */
export function completeEvent(draft: Draft, ordinal: number, resolved: Resolved, origin: Origin) {
  const source = `${systemSourcePrefix}${origin.system}`;
  const id = derivedId(source, draft.vendorEventId ?? origin.item, draft.type, ordinal);
  const subjects = subjectsOf(draft, resolved);
  const subject = subjects[0]?.subject;
  return {
    specversion: '1.0',
    id,
    source,
    type: draft.type,
    subject,
    time: draft.happened.at,
    recordedtime: origin.heardAt,
    timebasis: draft.happened.basis,
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(draft.type),
    correlationid: correlationOf(draft.vendorCorrelationId, source) ?? id,
    causationid: origin.causedBy ?? id,
    ...correctionOf(draft.entry, source),
    partitionkey: subject?.slice(subject.indexOf('/') + 1),
    dataclassification: eventDefinition(draft.type)?.classification,
    data: { ...draft.data, subjects },
  };
}

/** An entry's id is derived from its source, so that a system can correct its own entries and nobody else's. */
function correctionOf(entry: Draft['entry'], source: string) {
  if (entry === undefined) return {};
  const idOf = (vendorId: string) => derivedId(source, 'entry', vendorId);
  return {
    entryid: idOf(entry.id),
    ...(entry.corrects === undefined ? {} : { corrects: idOf(entry.corrects) }),
  };
}

function correlationOf(vendorId: string | undefined, source: string): string | undefined {
  if (vendorId === undefined) return undefined;
  return z.uuid().safeParse(vendorId).success ? vendorId : derivedId(source, vendorId);
}

function subjectsOf(draft: Draft, { home, source, block }: Resolved): Touched[] {
  const reaches: readonly SubjectRole[] = eventDefinition(draft.type)?.reaches ?? [];
  const properties: [SubjectRole, Uprn | undefined][] = [
    ['home', home],
    ['source', source === home ? undefined : source],
    ['block', block === home ? undefined : block],
  ];
  const touched = properties.flatMap(([role, uprn]) =>
    uprn === undefined || !reaches.includes(role) ? [] : [{ subject: propertySubject(uprn), role }],
  );
  const persons = [...new Set(draft.persons ?? [])].map(person => ({
    subject: personSubject(person),
    role: 'person' as const,
  }));
  return reaches.includes('person') ? [...touched, ...persons] : touched;
}
