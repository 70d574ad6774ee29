import { isRefusedForGood } from '../../shell/errors.ts';
import { isUnpublishable } from '../../shell/publisher.ts';
import type { NumberedItem } from './numbered-item.ts';
import type { Received, RefusedItem } from './received.ts';

type Receive = (items: readonly NumberedItem[]) => Promise<Received>;

/**
 * Receives items together; where a table refuses one of them for good, in halves, until that one is alone and refused. What
 * can never be taken then keeps no neighbour from being taken, and nobody is told to send it again.
 */
export async function receiveApart(items: readonly NumberedItem[], receive: Receive): Promise<Received> {
  try {
    return withoutUnpublishable(await receive(items), items);
  } catch (error) {
    const [only, ...others] = items;
    if (only === undefined || !isRefusedForGood(error)) throw error;
    if (others.length === 0)
      return { accepted: [], refused: [refusedForGood(only, 'rejected')], unpublished: [] };
    const middle = Math.ceil(items.length / 2);
    const first = await receiveApart(items.slice(0, middle), receive);
    const rest = await receiveApart(items.slice(middle), receive);
    return {
      accepted: [...first.accepted, ...rest.accepted],
      refused: [...first.refused, ...rest.refused],
      unpublished: [...first.unpublished, ...rest.unpublished],
    };
  }
}

/** What the bus will never take is an item refused, not one to be sent again. */
function withoutUnpublishable(received: Received, items: readonly NumberedItem[]): Received {
  const lasting = new Set(received.unpublished.filter(isUnpublishable).map(({ event }) => event.id));
  if (lasting.size === 0) return received;
  const isRefused = ({ events }: Received['accepted'][number]) => events.some(({ id }) => lasting.has(id));
  const rows = new Set(received.accepted.filter(isRefused).map(({ row }) => row));
  const refused = items.filter(({ row }) => rows.has(row)).map(item => refusedForGood(item, 'mistranslated'));
  return {
    accepted: received.accepted.filter(one => !isRefused(one)),
    refused: [...received.refused, ...refused],
    unpublished: received.unpublished.filter(one => !isUnpublishable(one)),
  };
}

function refusedForGood({ row, item }: NumberedItem, refused: RefusedItem['refused']): RefusedItem {
  const message =
    'The hub can never keep this as it is: a key in it is empty or too long, or it is too large; correct it';
  return { row, item, refused, problems: [{ path: '', message }] };
}
