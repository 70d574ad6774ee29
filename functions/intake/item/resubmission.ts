import type { Instant, PersonReference, Uprn } from '../../../schemas/reference.ts';
import type { QuarantineItem } from '../../shell/tables/quarantine/item.ts';

/** What an officer answered, under what was asked. */
export interface Answer {
  key: string;
  uprn?: Uprn;
  person?: PersonReference;
}

/** What the hub knows of an item that comes in from quarantine once more: from its table and from nowhere else. */
export interface Resubmission {
  quarantineId: string;
  /** How often the item was resolved so far: what is refused of an earlier time does not count. */
  attempt: number;
  /** When the hub first heard it. */
  receivedAt: Instant;
  /** What was answered about this item alone. */
  answers: readonly Answer[];
}

/** What the quarantine table says of an item that was resolved. */
export function resubmissionOf({ id, receivedAt, resolutions }: QuarantineItem): Resubmission {
  const answers = resolutions.flatMap(({ answers: key, uprn, person }) =>
    key === undefined ? [] : [{ key, ...(uprn && { uprn }), ...(person && { person }) }],
  );
  return { quarantineId: id, attempt: resolutions.length, receivedAt, answers };
}
