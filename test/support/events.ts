import { completeEvent, type Draft } from '../../functions/core/envelope/complete-event.ts';
import { requireWritten } from '../../functions/shell/written.ts';
import type { EventOf, SystemEvent, SystemEventType } from '../../schemas/catalogue.ts';
import {
  type Instant,
  instantOf,
  type PersonReference,
  type SystemName,
  type Uprn,
} from '../../schemas/reference.ts';

export const flat4 = '200000471104' as Uprn;
export const flat5 = '200000471105' as Uprn;
export const flat7 = '200000471107' as Uprn;
export const alderCourt2 = '200000471202' as Uprn;
export const larchHouse = '200000471100' as Uprn;
export const mrB = 'tenancy:mr-b' as PersonReference;
export const mrsA = 'tenancy:mrs-a' as PersonReference;

export interface Happening<T extends SystemEventType> {
  type: T;
  at: string;
  system?: string;
  home?: Uprn;
  source?: Uprn;
  block?: Uprn;
  persons?: PersonReference[];
  heardAt?: string;
  vendorEventId?: string;
  noticedAs?: string;
  /** When its source was last seen to say so, and whether it only follows from a row that is gone. */
  observedAt?: string;
  inferredFrom?: 'absence' | 'presence';
  /** The entry that it comes of, and the one that this corrects. */
  entry?: { id: string; corrects?: string };
  data: Omit<EventOf<T>['data'], 'subjects'>;
}

/** A valid event of the shared language, made the way `receive` makes it. */
export function eventOf<T extends SystemEventType>(happening: Happening<T>): SystemEvent {
  const {
    type,
    at,
    system = 'leaks',
    home,
    source,
    block,
    persons,
    heardAt = at,
    vendorEventId,
    noticedAs,
    observedAt,
    inferredFrom,
    entry,
    data,
  } = happening;
  const draft = {
    type,
    happened: { at: instant(at), basis: 'offset' },
    data,
    ...(persons === undefined ? {} : { persons }),
    ...(vendorEventId === undefined ? {} : { vendorEventId }),
    ...(noticedAs === undefined ? {} : { noticedAs }),
    ...(entry === undefined ? {} : { entry }),
    ...(observedAt === undefined ? {} : { observedAt: instant(observedAt) }),
    ...(inferredFrom === undefined ? {} : { inferredFrom }),
  } as unknown as Draft;
  const resolved = {
    ...(home === undefined ? {} : { home }),
    ...(source === undefined ? {} : { source }),
    ...(block === undefined ? {} : { block }),
  };
  const origin = { system: system as SystemName, item: happening, heardAt: instant(heardAt) };
  return requireWritten(completeEvent(draft, 0, resolved, origin));
}

/** An instant from any ISO spelling with an offset. */
export function instant(text: string): Instant {
  return instantOf(Date.parse(text));
}
