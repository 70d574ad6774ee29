import { adapterFor } from '../../../functions/adapters/registry.ts';
import { encryptedEvent } from '../../../functions/core/encryption/encrypt-event.ts';
import { keyNameOf } from '../../../functions/core/encryption/key-of-event.ts';
import { complete } from '../../../functions/intake/item/complete.ts';
import { translate } from '../../../functions/intake/item/translate.ts';
import type { SystemEvent } from '../../../schemas/catalogue.ts';
import { instantOf } from '../../../schemas/reference.ts';
import { fixedKeyOf } from '../../support/fixed-keys.ts';
import type { Estate } from './estate.ts';
import { afterTheNews, type NewsItem } from './news.ts';

/**
 * The events that `receive` makes of an item, encrypted as they are on the bus, without a network.
 * @throws {Error} when the item is refused: a benchmark on refusals would measure nothing.
 */
export function eventsOf({ system, item }: NewsItem, { find }: Estate): SystemEvent[] {
  const adapter = adapterFor(system);
  if (adapter === undefined) throw new Error(`No system is called ${system}`);
  const translated = translate({ row: 1, item }, adapter);
  if (!('drafts' in translated)) throw new Error(`Refused: ${JSON.stringify(translated.problems)}`);
  const heardAt = instantOf(afterTheNews);
  const origin = { system: adapter.manifest.system, item, heardAt, now: heardAt };
  const completion = complete(translated.drafts, find, origin);
  if (!('events' in completion)) throw new Error(`Refused: ${JSON.stringify(completion.problems)}`);
  return completion.events.map(event => {
    const name = keyNameOf(event);
    return encryptedEvent(event, { name, generation: 1, key: fixedKeyOf(name) });
  });
}
