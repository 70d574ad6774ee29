import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { OutboundContext, OutboundMessage } from '../../adapters/contract.ts';

/**
 * What a system without a format of its own is sent: the event as it is (CloudEvents 1.0, JSON format, structured mode),
 * with the system's own reference of each home that it has one for in `data.references`. Additions within a major version
 * are allowed, so the message is still what its `dataschema` says.
 */
export function cloudEvent(event: HubFlagEvent, { referenceOf }: OutboundContext): OutboundMessage {
  const { data } = event;
  const noLongerAt = 'noLongerAt' in data ? (data.noLongerAt ?? []) : [];
  const references = [...data.flag.places, ...noLongerAt].flatMap(uprn => {
    const reference = referenceOf(uprn);
    return reference === undefined ? [] : [{ uprn, reference }];
  });
  return {
    contentType: 'application/cloudevents+json',
    body: { ...event, data: { ...data, references } },
  };
}
