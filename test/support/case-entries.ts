import { adapter } from '../../functions/adapters/complaints/adapter.ts';
import type { EventDraft } from '../../functions/adapters/contract.ts';

/** An entry of the complaints case log with what every entry has. */
export function entryOf(fields: object) {
  return {
    entryId: 'CE-40117',
    recordedAt: '2025-07-21',
    caseReference: 'C-5521',
    address: 'Flat 4, Larch Hse, Linden Rd SE15',
    ...fields,
  };
}

/** The events of an entry that has to be accepted. */
export function said(fields: object): EventDraft[] {
  const result = adapter.inbound(adapter.itemSchema.parse(entryOf(fields)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.events;
}

/** What the case system's own shape finds wrong with an entry, place by place. */
export function refusals(entry: unknown): Record<string, string> {
  const issues = adapter.itemSchema.safeParse(entry).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('/'), message]));
}
