import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../contract.ts';
import { whatToDo } from '../kit/held.ts';
import { present } from '../kit/present.ts';

/** That something the system sent is kept in quarantine. A row of another table: the claim, and what is to be done. */
export function held(event: HubQuarantineEvent): OutboundMessage {
  const { quarantineId, reason, regarding } = event.data;
  const row = present({
    ...{ hc_claimnumber: regarding, hc_reason: reason, hc_instruction: whatToDo(event) },
    ...{ hc_heldsince: event.data.receivedAt, hc_hubevent: event.id },
  });
  return {
    contentType: 'application/json',
    body: { entitySet: 'hc_heldmessages', alternateKey: { hc_quarantineid: quarantineId }, row },
  };
}
