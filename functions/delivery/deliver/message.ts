import type { HubFlagEvent } from '../../../schemas/catalogue.ts';
import type { Adapter, OutboundMessage } from '../../adapters/contract.ts';
import { announcementFor } from '../../core/views/announcement.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import { cloudEvent } from './cloud-event.ts';
import { makeContext } from './context.ts';

export interface MessageDeps {
  adapter: Pick<Adapter, 'manifest' | 'outbound'>;
  directory: Pick<Directory, 'placesOf' | 'homesIn'>;
}

/** An announcement in a system's own format, or as a CloudEvent where it has none. */
export async function messageOf(
  { adapter, directory }: MessageDeps,
  event: HubFlagEvent,
): Promise<OutboundMessage> {
  const input = await makeContext(adapter.manifest.system, directory, event);
  const translate = adapter.outbound ?? cloudEvent;
  return translate(input.event, input.context);
}

/** Makes the translator of any announcement: undefined where the system's team may not know of the flag. */
export function makeMessageFor(deps: MessageDeps) {
  return async (event: HubFlagEvent): Promise<OutboundMessage | undefined> => {
    const announced = announcementFor(deps.adapter.manifest.team, event);
    return announced && (await messageOf(deps, announced));
  };
}
