import type { HubQuarantineEvent } from '../../../schemas/catalogue.ts';
import type { Adapter, OutboundMessage } from '../../adapters/contract.ts';
import type { DeliveryOutcome } from './deliver-flag.ts';
import type { Send } from './send.ts';

export interface DeliverNoticeDeps {
  adapter: Pick<Adapter, 'manifest' | 'held'>;
  send: Send;
}

/**
 * Tells a system that something which it sent waits in quarantine, and which case that is of: what was seen only after it had
 * its answer. There is nothing to replace or to receipt: the same notice twice has one id.
 */
export async function deliverNotice(
  { adapter, send }: DeliverNoticeDeps,
  event: HubQuarantineEvent,
): Promise<DeliveryOutcome> {
  if (event.data.system !== adapter.manifest.system)
    return { kind: 'refused', reason: 'it is of what another system sent' };
  const asItIs: OutboundMessage = { contentType: 'application/cloudevents+json', body: event };
  const outcome = await send(adapter.held?.(event) ?? asItIs, event);
  return outcome.kind === 'taken' ? { kind: 'done' } : outcome;
}
