import type { EventDraft } from '../../functions/adapters/contract.ts';
import type { complaints, repairs, tenancy } from '../../functions/adapters/systems.ts';
import { changeReader } from '../../functions/intake/item/snapshot-change.ts';

/** When the extract was handed in. */
export const seenAt = '2026-02-02T02:00:00.000Z';
export type Cells = Readonly<Record<string, string>>;

/** What a system says of a change, as it does in the hub. */
export function said(
  adapter: typeof repairs | typeof tenancy | typeof complaints,
  feed: string,
  before?: Cells,
  after?: Cells,
  confirms?: true,
): EventDraft[] {
  const reader = changeReader(adapter);
  const item = reader.itemSchema.parse({ feed, sequence: 7, key: 'k', seenAt, before, after, confirms });
  const translation = reader.inbound(item);
  if (!translation.ok) throw new Error(JSON.stringify(translation.problems));
  return translation.events;
}
/** What kinds of events they are, in short. */
export const types = (events: readonly EventDraft[]) =>
  events.map(({ type }) => type.replace(/^housing\.|\.v1$/g, ''));
