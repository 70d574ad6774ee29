import type { HubFlagEvent, SystemEvent } from '../../../schemas/catalogue.ts';
import { dataSchemaOf, hubSource } from '../../../schemas/envelope.ts';
import type { ClearingReason } from '../../../schemas/flag-life.ts';
import type { Flag } from '../../../schemas/flags.ts';
import { derivedId } from '../envelope/derived-id.ts';
import { personOf } from '../record/subject-record.ts';

/**
 * What the hub says of a version of a flag. The id follows from the flag, its version and the type: said again, it is the
 * same event.
 * @param cause the event that led to it, where it is known
 */
export function flagEvent(
  type: HubFlagEvent['type'],
  data: { flag: Flag; noLongerAt?: Flag['places']; reason?: ClearingReason },
  cause?: SystemEvent,
): HubFlagEvent {
  const { on, code, tenancyReference, version, changedAt } = data.flag;
  const person = personOf(on);
  const id = derivedId(hubSource, on, code, tenancyReference ?? null, version, type);
  return {
    specversion: '1.0',
    id,
    source: hubSource,
    type,
    subject: on,
    time: changedAt,
    recordedtime: changedAt,
    timebasis: 'offset',
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(type),
    correlationid: cause?.correlationid ?? id,
    causationid: cause?.id ?? id,
    partitionkey: person ?? on.slice('property/'.length),
    dataclassification: person === undefined ? 'operational' : 'personal',
    data: { ...data, subjects: [{ subject: on, role: person === undefined ? 'home' : 'person' }] },
  } as HubFlagEvent;
}
