import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';
import type { OutboundMessage } from '../contract.ts';
import { whatToDo } from '../kit/held.ts';
import { hubSystemName } from './events/alert.ts';

/** That something the system sent is kept in quarantine. In the system's own envelope. */
export function held(event: HubQuarantineEvent): OutboundMessage {
  const { quarantineId, reason } = event.data;
  const { id, time: dateTime, correlationid: correlationId } = event;
  return {
    contentType: 'application/json',
    body: {
      ...{ id, eventType: 'EventHeldEvent', sourceDomain: 'Quarantine', sourceSystem: hubSystemName },
      ...{ version: 'v1', correlationId, dateTime, user: { name: hubSystemName }, entityId: quarantineId },
      eventData: { newData: { quarantineId, reason, instruction: whatToDo(event) } },
    },
  };
}
