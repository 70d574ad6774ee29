import type { RefusalReason } from '../../../schemas/events/quarantine.ts';
import type { Instant } from '../../../schemas/reference.ts';
import type { Refused } from '../../shell/tables/quarantine/refused.ts';
import type { RefusedItem } from './received.ts';

const reasons = {
  rejected: 'invalid',
  cut: 'invalid',
  mistranslated: 'invalid',
  'not-yet': 'invalid',
  unmatched: 'unmatched',
  ambiguous: 'ambiguous',
} as const satisfies Record<RefusedItem['refused'], RefusalReason>;

/** A refused item as the quarantine keeps it: with its content, so that it can be corrected and taken after all. */
export function quarantined({ item, refused, ...rest }: RefusedItem, origin: Origin): Refused {
  return {
    ...origin,
    ...rest,
    reason: reasons[refused],
    payload: JSON.stringify(item),
    contentType: 'application/json',
  };
}

interface Origin {
  system: string;
  receivedAt: Instant;
  resubmitted?: Refused['resubmitted'];
}
