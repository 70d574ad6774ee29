import type { Instant } from '../../schemas/reference.ts';
import type { RefusalReason, Refused } from '../shell/table/quarantine-store.ts';
import type { RefusedItem } from './receive-items.ts';

const reasons = {
  rejected: 'invalid',
  mistranslated: 'invalid',
  unmatched: 'unmatched',
  ambiguous: 'ambiguous',
} as const satisfies Record<RefusedItem['refused'], RefusalReason>;

/** A refused item as the quarantine keeps it: with its content, so that it can be mended and taken after all. */
export function quarantined({ item, row, refused, problems }: RefusedItem, origin: Origin): Refused {
  return {
    ...origin,
    reason: reasons[refused],
    problems,
    payload: JSON.stringify(item),
    contentType: 'application/json',
    row,
  };
}

interface Origin {
  system: string;
  receivedAt: Instant;
}
