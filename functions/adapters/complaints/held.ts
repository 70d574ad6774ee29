import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../contract.ts';
import { whatToDo } from '../kit/held.ts';
import { present } from '../kit/present.ts';

/** That something the system sent is kept in quarantine. `{ heldEntry: { … } }`: the case, and what is to be done. */
export function held(event: HubQuarantineEvent): OutboundMessage {
  const { quarantineId: reference, reason, regarding: caseReference } = event.data;
  const heldEntry = present({
    ...{ reference, caseReference, reason, whatToDo: whatToDo(event) },
    ...{ hubEventId: event.id, announcedAt: event.time },
  });
  return { contentType: 'application/json', body: { heldEntry } };
}
