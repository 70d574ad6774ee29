import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Problem } from '../../adapters/contract.ts';
import type { Unpublished } from '../../shell/publisher.ts';
import type { Unplaced } from './placement.ts';

/** An item that was not taken. `rejected` is for its sender to correct; the others are kept: what was `cut` on its way, too. */
export interface RefusedItem extends Partial<Unplaced> {
  row: number;
  item: unknown;
  refused: 'rejected' | 'cut' | 'not-yet' | 'unmatched' | 'ambiguous' | 'mistranslated';
  problems: readonly Problem[];
  /** What it is of, where it could be read. */
  eventType?: string | undefined;
}

/**
 * What became of a document's items: one may be taken and leave a question. With anything unpublished nothing is final: the
 * whole is to be sent again.
 */
export interface Received {
  accepted: { row: number; events: readonly SystemEvent[] }[];
  refused: RefusedItem[];
  unpublished: Unpublished[];
}
