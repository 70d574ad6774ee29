import type { EventDraft } from '../../functions/adapters/contract.ts';
import { completeEvent } from '../../functions/core/envelope/complete-event.ts';
import type { SystemName } from '../../schemas/reference.ts';
import { flat4, flat7, instant, larchHouse } from './events.ts';

const origin = { system: 'sample' as SystemName, item: 'sample', heardAt: instant('2026-01-01T00:00:00Z') };
const resolved = { home: flat4, source: flat7, block: larchHouse };

/** What keeps a draft from being written as an event: an adapter must never hand on such a one. */
export function faultsOf(draft: EventDraft): unknown[] {
  const completed = completeEvent(draft, 0, resolved, origin);
  return completed.ok ? [] : completed.error.issues;
}
