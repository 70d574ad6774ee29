import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../contract.ts';
import { whatToDo } from '../kit/held.ts';
import { present } from '../kit/present.ts';

/** That something the system sent is kept in quarantine. HACT has no message that says so: the work order, and what is to be done. */
export function held(event: HubQuarantineEvent): OutboundMessage {
  const { quarantineId, reason, regarding } = event.data;
  return {
    contentType: 'application/json',
    body: present({
      messageType: 'MessageHeld',
      messageId: event.id,
      reference: [{ id: quarantineId, allocatedBy: 'lintel' }],
      relatedWorkOrderReference: regarding === undefined ? undefined : { id: regarding },
      reasonCode: reason,
      comments: whatToDo(event),
      eventTime: event.time,
    }),
  };
}
