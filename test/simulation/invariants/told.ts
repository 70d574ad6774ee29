import { adapterFor } from '../../../functions/adapters/registry.ts';
import { derivedId } from '../../../functions/core/envelope/derived-id.ts';
import { readDocument } from '../../../functions/intake/item/document.ts';
import type { NumberedItem } from '../../../functions/intake/item/numbered-item.ts';
import { translate } from '../../../functions/intake/item/translate.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { Input } from '../story/input.ts';
import type { After } from './after.ts';
import { each, type Invariant } from './invariant.ts';

/** What a system told as one item, by the ids of the events that it is: none where the item is wrong. */
interface Item {
  readonly input: string;
  readonly payload: string;
  readonly ids: readonly string[];
}

type Adapter = NonNullable<ReturnType<typeof adapterFor>>;

function itemOf(input: string, adapter: Adapter, numbered: NumberedItem): Item {
  const translated = translate(numbered, adapter);
  const ordinals = new Map<string, number>();
  const source = `${systemSourcePrefix}${adapter.manifest.system}`;
  const drafts = 'drafts' in translated ? translated.drafts : [];
  const ids = drafts.map(({ type, vendorEventId }) => {
    const ordinal = ordinals.get(type) ?? 0;
    ordinals.set(type, ordinal + 1);
    return derivedId(source, vendorEventId ?? numbered.item, type, ordinal);
  });
  return { input, payload: JSON.stringify(numbered.item), ids };
}

function itemsIn(input: Input): Item[] {
  if (input.does !== 'tells') return [];
  const adapter = adapterFor(input.system as never);
  if (adapter === undefined) return [];
  const document = readDocument(JSON.stringify(input.items), 'application/json', adapter);
  return document.ok ? document.items.map(numbered => itemOf(input.id, adapter, numbered)) : [];
}

export const toldIsKept: Invariant = {
  name: 'told is kept',
  says: 'Each item that a system put into its queue is in a timeline or in quarantine, as the events that it is or whole.',
  breaches(after: After) {
    const ids = new Set(after.timeline.map(({ event }) => event.id as string));
    const kept = new Set(after.quarantine.map(({ payload }) => payload as string));
    const held = new Set(after.quarantine.map(({ payload }) => /"id":"([0-9a-f-]{36})"/.exec(payload)?.[1]));
    const byQueue = after.inputs.filter(input => input.does === 'tells' && input.via === 'queue');
    return each(byQueue.flatMap(itemsIn), ({ input, payload, ids: own }) => {
      const isTaken = own.length > 0 && own.every(id => ids.has(id) || held.has(id));
      return isTaken || kept.has(payload) ? undefined : `an item of ${input} is nowhere`;
    });
  },
};
